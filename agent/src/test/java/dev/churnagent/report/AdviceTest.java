package dev.churnagent.report;

import static dev.churnagent.analysis.TestRecording.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.ChainFindings.Shape;
import dev.churnagent.analysis.FetchFindings;
import dev.churnagent.analysis.TestRecording;
import dev.churnagent.config.Ignore;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.FailureKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdviceTest {
  private final TestRecording recording = TestRecording.run();
  private final int site = recording.site("StepA");
  private final int device = recording.endpoint(DEVICE);

  @Test
  void shouldAdviseReuseWhereWeCloseShortLivedConnectionsFirst() {
    shortLived(20, 5, ClosedFirst.LOCAL);

    assertThat(advice()).singleElement().asString().contains("StepA.run:42", "reuse one");
  }

  @Test
  void shouldAdviseKeepAliveWhereThePeerClosesShortLivedConnections() {
    shortLived(20, 5, ClosedFirst.PEER);

    assertThat(advice()).singleElement().asString().contains("keep-alive there");
  }

  @Test
  void shouldKeepSilentAboutFewOrLongLivedConnections() {
    shortLived(19, 5, ClosedFirst.LOCAL);
    assertThat(advice()).isEmpty();

    shortLived(30, 2_000, ClosedFirst.LOCAL);
    assertThat(advice()).isEmpty();
  }

  @Test
  void shouldAdviseToCloseWhatIsHoardedButNotASmallPool() {
    for (int i = 0; i < 49; i++) {
      recording.connect(i, site, device);
    }
    assertThat(advice()).isEmpty();

    recording.connect(50, site, device);
    assertThat(advice()).singleElement().asString().contains("left 50 connections open");
  }

  @Test
  void shouldTellOfManyResets() {
    shortLived(9, 5, ClosedFirst.RESET);
    assertThat(advice()).isEmpty();

    shortLived(1, 5, ClosedFirst.RESET);
    assertThat(advice()).singleElement().asString().contains("10 connections reset");
  }

  @Test
  void shouldTellOfManyFailuresOfOneKind() {
    fail(9, FailureKind.REFUSED);
    fail(9, FailureKind.TIMEOUT);
    assertThat(advice()).isEmpty();

    fail(1, FailureKind.REFUSED);
    assertThat(advice()).singleElement().asString().contains("10 times (refused)");
  }

  @Test
  void shouldPutExhaustedPortsFirst() {
    shortLived(30, 5, ClosedFirst.LOCAL);
    fail(1, FailureKind.EXHAUSTED);

    assertThat(advice()).hasSize(3).first().asString().startsWith("Ports ran out 1 time");
  }

  @Test
  void shouldSayWhatTheBestRemedyLeaves() {
    shortLived(164, 0.5, ClosedFirst.LOCAL);

    assertThat(advice())
        .hasSize(2)
        .first()
        .isEqualTo(
            "What saves most on windows is to reuse connections: connections 164 -> 1, TIME_WAIT"
                + " peak 164 -> 1, ports taken 1% -> under 0.1%; reuse and widen-ports together:"
                + " 556 times the room.");
  }

  @Test
  void shouldTellALeakFromAHoard() {
    for (int i = 0; i < 50; i++) {
      recording.connect(i * 200, site, device);
    }

    assertThat(advice())
        .singleElement()
        .isEqualTo(
            "StepA.run:42 left 50 connections open, more and more: close them"
                + " (try-with-resources).");
  }

  @Test
  void shouldLeadWithTheWorstChainThatIsNotAccepted() throws Exception {
    fail(1, FailureKind.EXHAUSTED);
    FetchFindings fetches =
        TestFetches.found(
            List.of(),
            List.of(
                TestFetches.chain(Shape.LOOP, "r2", TestFetches.STATUS, 5, 0, 1),
                TestFetches.sequence()));

    assertThat(Advice.of(TestFetches.report(recording, fetches, List.of())))
        .hasSize(2)
        .first()
        .isEqualTo(
            "Fetch Device#getNecessaryData once in DeviceFlow#run, before line 31, and pass it on:"
                + " that spares 32 of 40 calls and 32 connections.");
    Ignore device = FetchRowsTest.ignore("com.acme.**", null, "so");
    assertThat(Advice.of(TestFetches.report(recording, fetches, List.of(device))))
        .first()
        .isEqualTo(
            "Fetch GET http://127.0.0.1:8100/status once in DeviceFlow#run and pass it on: that"
                + " spares 5 of 40 calls.");
  }

  private void shortLived(int count, double millis, ClosedFirst closedFirst) {
    for (int i = 0; i < count; i++) {
      recording.connect(i, site, device).close(i + millis, site, device, millis, closedFirst);
    }
  }

  private void fail(int count, FailureKind kind) {
    for (int i = 0; i < count; i++) {
      recording.fail(i, site, device, kind);
    }
  }

  private List<String> advice() {
    return Advice.of(TestReports.of(recording));
  }
}
