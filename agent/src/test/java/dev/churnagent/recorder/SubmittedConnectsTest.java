package dev.churnagent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.hook.NativeSink;
import dev.churnagent.model.ClosedFirst;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connects that a library gives to the kernel, which answers later by a number: io_uring. */
class SubmittedConnectsTest extends RecorderFixture {
  private static final int NUMBER = 7;
  private static final int IN_PROGRESS = -115;
  private static final int CANCELLED = -125;
  private static final int REFUSED = -111;

  private NativeSink natives;

  @BeforeEach
  void takeNatives() {
    natives = recorder.natives();
    probe.local = LOCAL;
  }

  @Test
  void shouldTellWhatTheKernelAnswersToASubmittedConnect() {
    natives.connectSubmitted(NUMBER, REMOTE);
    natives.connectCompleted(NUMBER, IN_PROGRESS);
    assertThat(run.events()).isEmpty();
    natives.connectCompleted(NUMBER, 0);
    natives.connectCompleted(NUMBER, 0);
    natives.closing(NUMBER);

    assertThat(run.events()).containsExactly(ESTABLISHED, CLOSED + ClosedFirst.LOCAL);
  }

  @Test
  void shouldTellACancelledOneAsAbandoned() {
    natives.connectSubmitted(NUMBER, REMOTE);
    natives.connectCompleted(NUMBER, CANCELLED);
    natives.closing(NUMBER);

    assertThat(run.events()).containsExactly(ABANDONED);
  }

  @ParameterizedTest
  @CsvSource({
    "-111,refused",
    "-110,timeout",
    "-101,unreachable",
    "-113,unreachable",
    "-99,exhausted",
    "-98,exhausted",
    "-13,other"
  })
  void shouldTellTheKernelsErrors(int result, String kind) {
    probe.local = address("0.0.0.0", 0);
    natives.connectSubmitted(NUMBER, REMOTE);
    natives.connectCompleted(NUMBER, result);

    assertThat(run.events()).containsExactly("failed 127.0.0.1:80 " + kind);
  }

  @Test
  void shouldNotCallItExhaustionIfTheProgramChoseThePort() {
    natives.connectSubmitted(NUMBER, REMOTE);
    natives.connectCompleted(NUMBER, -98);

    assertThat(run.events()).containsExactly("failed 127.0.0.1:80 other");
  }

  @Test
  void shouldTellASubmittedConnectWhoseStartWasNotSeen() {
    natives.connectCompleted(NUMBER, REFUSED);
    natives.connectCompleted(NUMBER, 0);
    assertThat(run.events()).as("not connected, the system says").isEmpty();
    probe.remote = REMOTE;
    natives.closing(NUMBER);
    natives.connectCompleted(NUMBER, 0);

    assertThat(run.events()).containsExactly(ESTABLISHED);
  }
}
