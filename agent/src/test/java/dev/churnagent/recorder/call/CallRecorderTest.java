package dev.churnagent.recorder.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.Callers;
import dev.churnagent.model.Call;
import dev.churnagent.model.KeyBasis;
import dev.churnagent.model.RequestKey;
import dev.churnagent.model.RequestKind;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallRecorderTest extends CallFixture {
  @Test
  void shouldRecordWhoFetchedWhatAndWhatCameBack() {
    Callers.first(
        () -> {
          call(fetch, "answer", "device-1", 5);
          return 0;
        });
    RecordedFetches recorded = read();

    Call call = recorded.calls.get(0);
    RequestKey key = recorded.requests.get(call.requestId());
    assertThat(key.kind()).isEqualTo(RequestKind.METHOD);
    assertThat(key.methodId()).isEqualTo(fetch);
    assertThat(key.target()).isEqualTo("com.acme.Device#fetch");
    assertThat(key.arguments()).isEqualTo("\"device-1\", 5");
    assertThat(key.basis()).isEqualTo(KeyBasis.VALUE);
    assertThat(recorded.stacks.get(call.stackId()).frames())
        .anyMatch(frame -> frame.method().equals("first"));
    assertThat(call.parentCallId()).isEqualTo(-1);
    assertThat(call.scopeId()).isEqualTo(-1);
    assertThat(call.originId()).isEqualTo(-1);
    assertThat(call.connections()).isZero();
    assertThat(call.flags()).isZero();
    assertThat(call.durationNanos()).isNotNegative();
  }

  @Test
  void shouldGiveTheSameKeyOneRequestAndTheSameAnswerOneDigest() {
    call(fetch, List.of("x"), "a");
    call(fetch, List.of("x"), new String("a"));
    call(fetch, List.of("y"), "a");
    call(fetch, List.of("x"), "b");
    call(other, List.of("x"), "a");
    RecordedFetches recorded = read();

    List<Call> calls = recorded.calls;
    assertThat(calls.stream().map(Call::requestId)).containsExactly(0, 0, 0, 1, 2);
    assertThat(recorded.definitions).isEqualTo(3);
    assertThat(calls.get(1).answer()).isEqualTo(calls.get(0).answer());
    assertThat(calls.get(2).answer()).isNotEqualTo(calls.get(0).answer());
    assertThat(calls.stream().map(Call::callId)).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void shouldTellFailuresAndAnswersThatAreNotKnown() {
    recorder.callEnded(
        recorder.callStarted(fetch, null, NO_ARGUMENTS), null, new IllegalStateException());
    call(fetch, new Object());
    call(fetch, null);

    assertThat(calls().stream().map(Call::flags))
        .containsExactly(Call.FAILED, Call.UNKNOWN_ANSWER, 0);
  }

  @Test
  void shouldTakeACallInsideTheSameOneForPartOfIt() {
    int heir = methods.define(false, "com.acme.Special", "fetch", "()V", "com.acme.Device#fetch");
    Object outer = recorder.callStarted(fetch, null, NO_ARGUMENTS);
    assertThat(recorder.callStarted(fetch, null, new Object[] {1})).isNull();
    assertThat(recorder.callStarted(heir, null, NO_ARGUMENTS)).isNull();
    Object between = recorder.callStarted(other, null, NO_ARGUMENTS);
    assertThat(between).isNotNull();
    assertThat(recorder.callStarted(fetch, null, NO_ARGUMENTS)).isNull();
    recorder.callEnded(null, "inner", null);
    recorder.callEnded(between, "b", null);
    recorder.callEnded(outer, "a", null);
    call(heir, "c");

    List<Call> calls = calls();
    assertThat(calls.stream().map(Call::callId)).containsExactly(1, 0, 2);
    assertThat(calls.stream().map(Call::parentCallId)).containsExactly(0, -1, -1);
  }

  @Test
  void shouldNotTakeTheSameCallOnAnotherThreadForPartOfIt() throws InterruptedException {
    Object outer = recorder.callStarted(fetch, null, NO_ARGUMENTS);
    onThread(() -> call(fetch, "x"));
    recorder.callEnded(outer, "x", null);

    List<Call> calls = calls();
    assertThat(calls).hasSize(2);
    assertThat(calls.get(0).threadId()).isNotEqualTo(calls.get(1).threadId());
  }

  @Test
  void shouldGoOnAfterACallWhoseEndWasNotSeen() {
    Object outer = recorder.callStarted(fetch, null, NO_ARGUMENTS);
    recorder.callStarted(other, null, NO_ARGUMENTS);
    recorder.callEnded(outer, "x", null);
    recorder.callEnded(outer, "again", null);
    call(other, "y");

    assertThat(calls().stream().map(Call::parentCallId)).containsExactly(-1, -1);
  }

  @Test
  void shouldNotBeConfusedByAnEndOnAnotherThread() throws InterruptedException {
    Object outer = recorder.callStarted(fetch, null, NO_ARGUMENTS);
    Object inner = recorder.callStarted(other, null, NO_ARGUMENTS);
    onThread(() -> recorder.callEnded(inner, "x", null));
    Object next = recorder.callStarted(other, null, NO_ARGUMENTS);
    recorder.callEnded(next, "y", null);
    recorder.callEnded(outer, "z", null);

    assertThat(calls().stream().map(Call::parentCallId)).containsExactly(0, 0, -1);
  }

  @Test
  void shouldMarkNetworkForTheInnermostCallAndThoseAroundIt() {
    contexts.networkUsed();
    Object outer = recorder.callStarted(fetch, null, NO_ARGUMENTS);
    call(other, "cached");
    Object inner = recorder.callStarted(other, null, NO_ARGUMENTS);
    contexts.networkUsed();
    contexts.connected();
    recorder.callEnded(inner, "x", null);
    contexts.connected();
    recorder.callEnded(outer, "x", null);
    call(fetch, "cached");

    assertThat(calls().stream().map(Call::flags)).containsExactly(0, Call.NETWORK, Call.NETWORK, 0);
    assertThat(calls().stream().map(Call::connections)).containsExactly(0, 1, 2, 0);
  }

  @Test
  void shouldMarkNetworkByWayOfAnAskerOnAnyThread() throws InterruptedException {
    assertThat(contexts.asker().callId()).isEqualTo(-1);
    Object call = recorder.callStarted(fetch, null, NO_ARGUMENTS);
    Asker asker = contexts.asker();
    assertThat(asker.callId()).isZero();
    assertThat(asker.stackId).isNotNegative();
    onThread(asker::networkUsed);
    recorder.callEnded(call, "x", null);

    assertThat(calls().get(0).has(Call.NETWORK)).isTrue();
  }

  @Test
  void shouldTakeNoStacksIfToldSo() {
    ThreadContexts without = new ThreadContexts(journal, faults, null);
    CallRecorder plain =
        new CallRecorder(
            journal,
            faults,
            methods,
            requests,
            without,
            new dev.churnagent.values.SecretNames(List.of()),
            1);
    plain.callEnded(plain.callStarted(fetch, null, NO_ARGUMENTS), "x", null);

    assertThat(calls().get(0).stackId()).isEqualTo(-1);
    assertThat(without.asker().stackId).isEqualTo(-1);
  }

  @Test
  void shouldSaltAFingerprintWithASecretAndTellNothingOfIt() {
    int login =
        methods.define(
            false,
            "com.acme.Device",
            "login",
            "()V",
            "com.acme.*#login",
            new String[] {"password"});
    call(login, "x", "s3cret");
    call(login, "x", "s3cret");
    call(login, "x", "0ther");
    RecordedFetches recorded = read();

    assertThat(recorded.calls.stream().map(Call::requestId)).containsExactly(0, 0, 1);
    assertThat(recorded.requests.get(0).arguments()).isEqualTo("***");
    assertThat(recorded.requests.get(0).target()).isEqualTo("com.acme.Device#login");
    assertThat(requests.idOf(recorded.requests.get(0).fingerprint()))
        .as("is not what the secret alone would give")
        .isEqualTo(RequestTable.ABSENT);
  }

  @Test
  void shouldIgnoreMethodsThatWereNeverDefined() {
    assertThat(recorder.callStarted(-1, null, NO_ARGUMENTS)).isNull();
    assertThat(recorder.callStarted(1000, null, NO_ARGUMENTS)).isNull();
    recorder.callEnded("not a token", "x", null);
    recorder.scopeEnded("not a token");
    contexts.handOvers().taskLeft("not a token");
    assertThat(calls()).isEmpty();
  }

  /** Whose every method throws. */
  static final class Touchy {
    final String id = new String("touchy");

    @Override
    public String toString() {
      throw new AssertionError("called");
    }

    @Override
    public int hashCode() {
      throw new AssertionError("called");
    }

    @Override
    public boolean equals(Object other) {
      throw new AssertionError("called");
    }
  }

  @Test
  void shouldCallNothingOfTheApplicationAndKeepNothing() throws InterruptedException {
    Touchy touchy = new Touchy();
    WeakReference<Object> gone = new WeakReference<>(touchy);
    Object token = recorder.callStarted(fetch, touchy, new Object[] {touchy, List.of(touchy)});
    recorder.callEnded(token, touchy, null);
    token = null;
    touchy = null;
    awaitCollected(gone);

    RecordedFetches recorded = read();
    assertThat(recorded.calls).hasSize(1);
    assertThat(recorded.requests.get(0).arguments())
        .isEqualTo("Touchy{id=\"touchy\"}, [Touchy{id=\"touchy\"}]");
    assertThat(recorded.degraded).isEmpty();
    assertThat(token).isNull();
    assertThat(touchy).isNull();
  }

  @Test
  void shouldLetGoOfAnOpenCallsArguments() throws InterruptedException {
    Object argument = new Touchy();
    WeakReference<Object> gone = new WeakReference<>(argument);
    Object token = recorder.callStarted(fetch, argument, new Object[] {argument});
    argument = null;
    awaitCollected(gone);
    recorder.callEnded(token, argument, null);
    assertThat(calls()).hasSize(1);
  }
}
