package dev.churnagent.recorder.call;

import dev.churnagent.hook.CallSink;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.model.Call;
import dev.churnagent.model.KeyBasis;
import dev.churnagent.model.RequestKey;
import dev.churnagent.model.RequestKind;
import dev.churnagent.recorder.Faults;
import dev.churnagent.values.Jdk;
import dev.churnagent.values.Mix;
import dev.churnagent.values.SecretNames;
import dev.churnagent.values.ValueDigest;
import dev.churnagent.values.ValueText;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Records watched calls: key, stack and context where one starts, its answer where it ends.
 *
 * <ul>
 *   <li>A call inside one of the same method or of the same pattern and name, on the same thread,
 *       is part of that one.
 *   <li>A call that returns the JDK's CompletableFuture ends when that completes; the value it
 *       completes with is the answer. Any other CompletionStage is an answer that is not known.
 *   <li>A call that never ends is not recorded, and not kept.
 * </ul>
 */
public final class CallRecorder implements CallSink {
  private final JournalWriter journal;
  private final Faults faults;
  private final MethodTable methods;
  private final RequestTable requests;
  private final ThreadContexts contexts;
  private final SecretNames secrets;
  private final long salt;

  /**
   * Creates it; nothing is recorded before it is set as the hook's sink.
   *
   * @param secrets names of parameters and fields whose values are not to be told
   * @param salt a random number of this run, so that secrets can't be guessed from fingerprints
   */
  public CallRecorder(
      JournalWriter journal,
      Faults faults,
      MethodTable methods,
      RequestTable requests,
      ThreadContexts contexts,
      SecretNames secrets,
      long salt) {
    this.journal = journal;
    this.faults = faults;
    this.methods = methods;
    this.requests = requests;
    this.contexts = contexts;
    this.secrets = secrets;
    this.salt = salt;
  }

  @Override
  public Object callStarted(int methodId, Object receiver, Object[] arguments) {
    MethodEntry method = methods.get(methodId);
    if (method == null) {
      return null;
    }
    ThreadState state = contexts.state();
    if (state.isInside(method.group)) {
      return null;
    }
    long digest = state.digest.key(method.seed, receiver, arguments);
    int requestId = requests.idOf(digest);
    if (requestId == RequestTable.ABSENT) {
      requestId = define(method, digest, state.digest.basis(), arguments);
    }
    ActiveCall call =
        new ActiveCall(
            contexts.nextCallId(),
            method.group,
            requestId,
            contexts.stackId(),
            state.originId(),
            ThreadContexts.scopeId(state),
            state,
            state.call());
    call.startNanos = journal.now();
    contexts.entered(state, call);
    return call;
  }

  private int define(MethodEntry method, long digest, KeyBasis basis, Object[] arguments) {
    if (requests.isFull() && method.overflowRequest >= 0) {
      return method.overflowRequest;
    }
    ValueText text = ValueText.of(arguments, method.parameters, secrets);
    long fingerprint = text.isRedacted() ? Mix.end(Mix.step(digest, salt)) : digest;
    int id =
        requests.define(
            digest,
            new RequestKey(
                RequestKind.METHOD, method.id, method.target, text.toString(), basis, fingerprint));
    if (requests.isShared(id)) {
      method.overflowRequest = id;
    }
    return id;
  }

  @Override
  public void callEnded(Object token, Object result, Throwable thrown) {
    if (!(token instanceof ActiveCall call)) {
      return;
    }
    long endNanos = journal.now();
    ThreadState state = contexts.state();
    contexts.left(state, call);
    if (thrown == null && result instanceof CompletionStage<?>) {
      awaitCompletion(call, result, endNanos);
    } else {
      completed(state.digest, call, result, thrown, endNanos);
    }
  }

  private void awaitCompletion(ActiveCall call, Object result, long endNanos) {
    // Exactly the JDK's own classes: an heir may override what attaching to it calls.
    if (result instanceof CompletableFuture<?> future && Jdk.owns(result.getClass())) {
      future.whenComplete(new CallCompletion(this, call));
    } else if (call.end()) {
      append(call, endNanos, 0, Call.UNKNOWN_ANSWER);
    }
  }

  /** The call's answer is there, on whichever thread. */
  void completed(ActiveCall call, Object result, Throwable thrown) {
    completed(contexts.state().digest, call, result, thrown, journal.now());
  }

  private void completed(
      ValueDigest digest, ActiveCall call, Object result, Throwable thrown, long endNanos) {
    if (!call.end()) {
      return;
    }
    if (thrown != null) {
      append(call, endNanos, 0, Call.FAILED);
      return;
    }
    long answer = digest.answer(result);
    append(call, endNanos, answer, digest.known() ? 0 : Call.UNKNOWN_ANSWER);
  }

  private void append(ActiveCall call, long endNanos, long answer, int answerFlags) {
    int flags = answerFlags | (call.usedNetwork() ? Call.NETWORK : 0);
    if (requests.isShared(call.requestId)) {
      flags |= Call.UNKNOWN_ANSWER;
    }
    journal.appendCall(
        call.startNanos,
        endNanos - call.startNanos,
        call.id,
        call.parentId,
        call.requestId,
        call.stackId,
        call.originId,
        call.scopeId,
        call.threadId,
        call.connections(),
        answer,
        flags);
    contexts.ended(call);
  }

  @Override
  public Object scopeStarted(int methodId) {
    return methods.get(methodId) == null ? null : contexts.scopeStarted(methodId);
  }

  /**
   * A measurement begins on this thread: a scope, ended by {@link #scopeEnded}, that counts as part
   * of the one around it in every report.
   *
   * @param alone nothing that is open on this thread is around it
   * @return its token, or null if nothing can be measured
   */
  public Object measurementStarted(boolean alone) {
    int methodId = methods.defineMeasurement();
    return methodId == MethodTable.NONE ? null : contexts.scopeStarted(methodId, alone);
  }

  /** Number of a scope in the journal, by its token. */
  public static int scopeId(Object token) {
    return ((RunningScope) token).id;
  }

  @Override
  public void scopeEnded(Object token) {
    if (token instanceof RunningScope scope) {
      contexts.scopeEnded(scope);
    }
  }

  @Override
  public void hookFailed(Throwable fault) {
    faults.missed(fault);
  }
}
