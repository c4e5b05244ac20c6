package dev.churnagent.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.FetchFindings;
import dev.churnagent.analysis.TestRecording;
import dev.churnagent.config.Limit;
import dev.churnagent.model.EndReason;
import dev.churnagent.report.ReportBuilder;
import dev.churnagent.report.TestFetches;
import dev.churnagent.report.TestReports;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictsTest {
  private final TestRecording churn = TestReports.churn();

  @Test
  void shouldEndWithOneForAViolatedLimitOnly() {
    assertThat(status(29)).isEqualTo(1);
    assertThat(status(30)).isZero();
    assertThat(Verdicts.exitStatus(TestReports.of(churn))).isZero();
  }

  @Test
  void shouldNeverPassARunThatWasNotWhollyMeasured() throws IOException {
    churn.degraded("no hook on X");
    assertThat(status(30)).isEqualTo(2);
    assertThat(Verdicts.exitStatus(ReportBuilder.build(List.of(), List.of(), List.of())))
        .isEqualTo(2);
    TestRecording lossy = TestReports.churn().endsAt(9, EndReason.SHUTDOWN, 1);
    assertThat(Verdicts.exitStatus(TestReports.of(lossy))).isEqualTo(2);
  }

  @Test
  void shouldStillTellTheViolationsOfADegradedRun() {
    churn.degraded("no hook on X");

    assertThat(status(29)).isEqualTo(2);
    assertThat(Verdicts.violations(TestReports.of(churn, maxConnections(29))))
        .containsExactly(
            "max-connections: 29: com.acme.StepA.run(StepA.java:42): 30 connections, allowed 29");
  }

  @Test
  void shouldNeverPassALimitOnFetchesThatWereNotRecorded() {
    Limit redundant = TestReports.limit(Limit.Kind.MAX_REDUNDANT_CALLS, 5);
    assertThat(Verdicts.missing(TestReports.of(churn, redundant)))
        .containsExactly(
            "'max-redundant-calls: 5' can't be judged: no fetches were recorded (http=false without"
                + " watch, or a journal of an older version)");
    assertThat(Verdicts.exitStatus(TestReports.of(churn, redundant))).isEqualTo(2);
    assertThat(Verdicts.exitStatus(TestReports.of(churn, redundant, maxConnections(29))))
        .as("also if another limit is violated")
        .isEqualTo(2);
    assertThat(Verdicts.isMeasured(TestReports.of(churn)))
        .as("without such a limit nothing is missing")
        .isTrue();
  }

  @Test
  void shouldJudgeFetchesThatWereRecorded() {
    assertThat(fetchStatus(40)).isEqualTo(1);
    assertThat(fetchStatus(41)).isZero();
  }

  private int fetchStatus(double allowed) {
    FetchFindings fetches =
        new FetchFindings(
            TestFetches.all().requests(), TestFetches.all().chains(), List.of(), List.of());
    return Verdicts.exitStatus(
        TestFetches.report(
            churn, fetches, List.of(), TestReports.limit(Limit.Kind.MAX_REDUNDANT_CALLS, allowed)));
  }

  @Test
  void shouldNotCallANoteIncomplete() {
    churn.degraded("note: HTTP/2 was seen");

    assertThat(status(30)).isZero();
  }

  @Test
  void shouldPassAKilledRunWhoseJournalIsWhole() {
    churn.endsAt(9_000, EndReason.NOT_SEEN, 0);

    assertThat(status(30)).isZero();
  }

  private int status(double allowed) {
    return Verdicts.exitStatus(TestReports.of(churn, maxConnections(allowed)));
  }

  private static Limit maxConnections(double allowed) {
    return TestReports.limit(Limit.Kind.MAX_CONNECTIONS, allowed);
  }
}
