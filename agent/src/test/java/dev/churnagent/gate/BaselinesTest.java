package dev.churnagent.gate;

import static dev.churnagent.gate.Accepted.COUNT;
import static dev.churnagent.gate.Accepted.LIMITS;
import static dev.churnagent.gate.Accepted.OPEN;
import static dev.churnagent.gate.Accepted.RATE;
import static dev.churnagent.gate.Accepted.TODAY;
import static dev.churnagent.gate.Accepted.baseline;
import static dev.churnagent.gate.Accepted.entry;
import static dev.churnagent.gate.Accepted.judge;
import static dev.churnagent.gate.Accepted.report;
import static dev.churnagent.gate.Accepted.result;
import static dev.churnagent.gate.Accepted.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.config.Limit;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.TestReports;
import dev.churnagent.report.Tolerance;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselinesTest {
  private static final String A = "a.A.run";

  @Test
  void shouldAcceptWhatIsNoWorseWhereverItsLineIs() {
    Baselines.Outcome outcome =
        judge(
            baseline(entry(RATE, A, 50)),
            result(RATE, "a.A.run(A.java:99)", 50),
            result(RATE, "a.B.run(B.java:1)", 4));

    assertThat(verdicts(outcome)).containsExactly("accepted", "pass");
    Report report = outcome.reports().get(0);
    assertThat(report.verdict()).isEqualTo("pass");
    assertThat(Verdicts.exitStatus(report)).isZero();
    assertThat(report.limits().get(0).detail()).isEqualTo("accepted on 2026-10-01: known: 50.0");
    assertThat(report.limits().get(0).measured()).isEqualTo(50);
    assertThat(report.limits().get(0).allowed()).isEqualTo(5);
    assertThat(outcome.notes()).isEmpty();
  }

  @Test
  void shouldFailWhatIsNew() {
    Baselines.Outcome outcome =
        judge(
            baseline(entry(RATE, A, 50)),
            result(RATE, "a.A.run(A.java:9)", 50),
            result(RATE, "a.A.walk(A.java:9)", 6),
            result(COUNT, "a.A.run(A.java:9)", 11));

    assertThat(verdicts(outcome)).containsExactly("accepted", "fail", "fail");
    assertThat(Verdicts.exitStatus(outcome.reports().get(0))).isEqualTo(Verdicts.VIOLATED);
    assertThat(outcome.reports().get(0).limits().get(1).detail()).isNull();
  }

  @Test
  void shouldTellWorseFromJitter() {
    assertThat(verdicts(baseline(entry(RATE, A, 50)), result(RATE, A, 55)))
        .containsExactly("accepted");
    Baselines.Outcome worse = judge(baseline(entry(RATE, A, 50)), result(RATE, A, 55.1));
    assertThat(verdicts(worse)).containsExactly("fail");
    assertThat(worse.reports().get(0).limits().get(0).detail())
        .isEqualTo("worse than accepted: 50 +10 %");
    assertThat(worse.notes()).as("needed, though not enough").isEmpty();

    assertThat(verdicts(baseline(entry(OPEN, A, 20)), result(OPEN, A, 22)))
        .containsExactly("accepted");
    assertThat(verdicts(baseline(entry(OPEN, A, 20)), result(OPEN, A, 23))).containsExactly("fail");
  }

  @Test
  void shouldCountExactly() {
    assertThat(verdicts(baseline(entry(COUNT, A, 50)), result(COUNT, A, 50)))
        .containsExactly("accepted");
    Baselines.Outcome worse = judge(baseline(entry(COUNT, A, 50)), result(COUNT, A, 51));
    assertThat(verdicts(worse)).containsExactly("fail");
    assertThat(worse.reports().get(0).limits().get(0).detail())
        .isEqualTo("worse than accepted: 50");
  }

  @Test
  void shouldAllowARateOneConnectionMoreInItsWindow() {
    assertThat(verdicts(baseline(entry(RATE, A, 6)), result(RATE, A, 7)))
        .containsExactly("accepted");
    assertThat(verdicts(baseline(entry(RATE, A, 6)), result(RATE, A, 8))).containsExactly("fail");
    assertThat(verdicts(baseline(entry(RATE, A, 6)).with(Tolerance.EXACT), result(RATE, A, 7)))
        .containsExactly("fail");
    Limit over10 =
        new Limit(
            "max-rate: 1/s over 10s", Limit.Kind.MAX_RATE, null, null, 1, Duration.ofSeconds(10));
    Baseline slow = baseline(entry(over10, A, 2));
    assertThat(of(slow, over10, result(over10, A, 2.2))).isEqualTo("accepted");
    assertThat(of(slow, over10, result(over10, A, 2.3))).isEqualTo("fail");
  }

  private static String of(Baseline baseline, Limit limit, LimitResult result) {
    return verdicts(Baselines.judge(List.of(report(result)), baseline, List.of(limit), TODAY))
        .get(0);
  }

  @Test
  void shouldHoldSeveralSitesOfOneMethodEachToAnEntryOfItsOwn() {
    Baseline two = baseline(entry(COUNT, A, 20), entry(COUNT, A, 50));
    assertThat(
            verdicts(
                two,
                result(COUNT, "a.A.run(A.java:7)", 50),
                result(COUNT, "a.A.run(A.java:9)", 20)))
        .containsExactly("accepted", "accepted");
    assertThat(
            verdicts(
                two,
                result(COUNT, "a.A.run(A.java:7)", 20),
                result(COUNT, "a.A.run(A.java:9)", 50)))
        .as("in any order")
        .containsExactly("accepted", "accepted");
    assertThat(
            verdicts(
                two,
                result(COUNT, "a.A.run(A.java:7)", 21),
                result(COUNT, "a.A.run(A.java:9)", 50)))
        .as("the lower one is worse")
        .containsExactly("fail", "accepted");
    assertThat(
            verdicts(
                two,
                result(COUNT, "a.A.run(A.java:7)", 60),
                result(COUNT, "a.A.run(A.java:9)", 20)))
        .as("the higher one is worse; the other has 50 to itself")
        .containsExactly("fail", "accepted");
    assertThat(
            verdicts(
                two,
                result(COUNT, "a.A.run(A.java:7)", 20),
                result(COUNT, "a.A.run(A.java:8)", 20),
                result(COUNT, "a.A.run(A.java:9)", 20)))
        .as("a third one is new, though no measure is higher")
        .containsExactly("accepted", "accepted", "fail");
  }

  @Test
  void shouldNotLetOneEntryAcceptTwoSites() {
    assertThat(
            verdicts(
                baseline(entry(COUNT, A, 50)),
                result(COUNT, "a.A.run(A.java:7)", 50),
                result(COUNT, "a.A.run(A.java:9)", 11)))
        .containsExactly("accepted", "fail");
  }

  @Test
  void shouldCountAnEntryThroughItsLastDay() {
    assertThat(verdicts(baseline(entry(RATE, A, 50, TODAY)), result(RATE, A, 50)))
        .containsExactly("accepted");
    Baselines.Outcome outcome =
        judge(baseline(entry(RATE, A, 50, TODAY.minusDays(1))), result(RATE, A, 50));
    assertThat(verdicts(outcome)).containsExactly("fail");
    assertThat(outcome.reports().get(0).limits().get(0).detail())
        .isEqualTo("was accepted until 2026-11-24: known: 50.0");
    assertThat(outcome.notes())
        .containsExactly(
            "b.json: expired on 2026-11-24 and counts no longer: a.A.run [max-rate: 5/s]");
  }

  @Test
  void shouldTellEntriesThatNothingNeedsAnyMore() {
    Baselines.Outcome outcome =
        judge(
            baseline(entry(RATE, A, 50), entry(RATE, "a.Cured.run", 9), entry(COUNT, A, 20)),
            result(RATE, "a.A.run(A.java:7)", 50),
            result(RATE, "a.Cured.run(Cured.java:3)", 1));
    assertThat(verdicts(outcome)).containsExactly("accepted", "pass");
    assertThat(outcome.unneeded())
        .containsExactly(
            "b.json: no longer needed: a.Cured.run [max-rate: 5/s]",
            "b.json: no longer needed: a.A.run [max-connections: 10]");
    assertThat(Verdicts.exitStatus(outcome.reports().get(0))).isZero();
  }

  @Test
  void shouldTellEntriesWhoseLimitIsAnotherNow() {
    Limit stricter = TestReports.limit(Limit.Kind.MAX_CONNECTIONS, 9);
    Report report = report(result(stricter, A, 20));
    Baselines.Outcome outcome =
        Baselines.judge(List.of(report), baseline(entry(COUNT, A, 20)), List.of(stricter), TODAY);
    assertThat(verdicts(outcome)).containsExactly("fail");
    assertThat(outcome.unneeded())
        .containsExactly("b.json: no such limit is set: a.A.run [max-connections: 10]");
  }

  @Test
  void shouldNeverAcceptWhatWasNotMeasured() {
    LimitResult unknown = new LimitResult(COUNT.text(), A, null, 10, "connections", null);
    Baselines.Outcome outcome = judge(baseline(entry(COUNT, A, 50)), unknown);
    assertThat(verdicts(outcome)).containsExactly((String) null);
    assertThat(outcome.reports().get(0).verdict()).isNull();
    assertThat(Verdicts.exitStatus(outcome.reports().get(0))).isEqualTo(Verdicts.INCOMPLETE);
  }

  @Test
  void shouldHoldEachReportOnItsOwn() {
    Baselines.Outcome outcome =
        Baselines.judge(
            List.of(report(result(COUNT, A, 50)), report(result(COUNT, A, 50))),
            baseline(entry(COUNT, A, 50)),
            LIMITS,
            TODAY);
    assertThat(outcome.reports()).allMatch(report -> report.verdict().equals("pass"));
  }

  @Test
  void shouldFindRequestsByTargetAndArguments() {
    Limit duplicates = TestReports.limit(Limit.Kind.MAX_DUPLICATES, 3);
    Baseline accepted =
        baseline(
            new BaselineEntry(
                duplicates.text(),
                BaselineKey.stable(duplicates.text(), "GET http://127.0.0.1:40001/a (x)"),
                9,
                null,
                null,
                null,
                "so"));
    Report report =
        report(
            result(duplicates, "GET http://127.0.0.1:50001/a (x)", 9),
            result(duplicates, "GET http://127.0.0.1:50001/a (y)", 9),
            result(duplicates, "GET http://127.0.0.1:8100/a (x)", 9));
    assertThat(verdicts(Baselines.judge(List.of(report), accepted, List.of(duplicates), TODAY)))
        .containsExactly("accepted", "fail", "fail");
  }

  @Test
  void shouldTellInARunsOwnReportOnlyWhatHasExpired() {
    Baseline baseline =
        baseline(entry(RATE, "a.Gone.run", 9), entry(RATE, A, 50, TODAY.minusYears(9)));
    Report report = report(result(RATE, A, 50));
    assertThat(Baselines.judge(report, baseline, LIMITS, false).run().notes())
        .singleElement()
        .asString()
        .contains("expired on 2017-11-25");
    assertThat(Baselines.judge(report, baseline, LIMITS, true).run().notes()).hasSize(2);
    assertThat(Baselines.judge(report, null, LIMITS, true)).isEqualTo(report);
  }
}
