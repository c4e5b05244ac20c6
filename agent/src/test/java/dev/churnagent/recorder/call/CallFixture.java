package dev.churnagent.recorder.call;

import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.model.Call;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.RunInfo;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.StackRecorder;
import dev.churnagent.values.SecretNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A recorder on a journal, and what the hooks call. */
abstract class CallFixture {
  static final Object[] NO_ARGUMENTS = {};

  @TempDir Path directory;
  JournalWriter journal;
  Faults faults;
  StackRecorder stacks;
  MethodTable methods;
  RequestTable requests;
  ThreadContexts contexts;
  CallRecorder recorder;
  int fetch;
  int other;
  int flow;

  @BeforeEach
  void start() throws IOException {
    Instant start = Instant.ofEpochSecond(1_700_000_000L);
    journal = JournalWriter.create(file(), 1L << 30, start, System.nanoTime(), 1);
    RunInfo run = new RunInfo("run", 1, null, null, null, null, null, start, List.of(), false);
    journal.appendPayload(RecordType.RUN_STARTED, 0, PayloadOutput.run(run));
    faults = new Faults(journal);
    stacks = new StackRecorder(journal, faults);
    methods = new MethodTable(journal, faults);
    requests = new RequestTable(journal, faults, maxRequests());
    contexts = new ThreadContexts(journal, faults, stacks);
    recorder = recorder(contexts);
    fetch = methods.define(false, "com.acme.Device", "fetch", "()V", "com.acme.Device#fetch");
    other = methods.define(false, "com.acme.Device", "other", "()V", "com.acme.Device#other");
    flow = methods.define(true, "com.acme.Flow", "run", "()V", "com.acme.Flow#run");
  }

  CallRecorder recorder(ThreadContexts given) {
    SecretNames secrets = new SecretNames(List.of("password"));
    return new CallRecorder(journal, faults, methods, requests, given, secrets, 42);
  }

  @AfterEach
  void end() {
    journal.end(EndReason.SHUTDOWN);
  }

  int maxRequests() {
    return 1 << 16;
  }

  private Path file() {
    return directory.resolve("journal.churn");
  }

  RecordedFetches read() {
    return RecordedFetches.read(file());
  }

  List<Call> calls() {
    return read().calls;
  }

  /** A connection is opened on this thread, as the recorder of connections does it. */
  void connect() {
    contexts.connected();
    if (contexts.scopeId() >= 0) {
      journal.appendConnectionInScope(journal.now(), 1, 0, 0, contexts.scopeId());
    }
  }

  /** A call from here, with this result. */
  void call(int method, Object result, Object... arguments) {
    recorder.callEnded(recorder.callStarted(method, null, arguments), result, null);
  }

  /** Runs it on a new thread that no hook sees started, and waits for its end. */
  static void onThread(Runnable task) throws InterruptedException {
    Throwable[] thrown = new Throwable[1];
    Thread thread = new Thread(task);
    thread.setUncaughtExceptionHandler((t, e) -> thrown[0] = e);
    thread.start();
    thread.join();
    if (thrown[0] != null) {
      throw new AssertionError(thrown[0]);
    }
  }

  static void awaitCollected(java.lang.ref.WeakReference<?> reference) throws InterruptedException {
    for (int i = 0; i < 200 && !reference.refersTo(null); i++) {
      System.gc();
      Thread.sleep(5);
    }
    if (!reference.refersTo(null)) {
      throw new AssertionError("still reachable");
    }
  }
}
