package dev.churnagent.gate;

import static dev.churnagent.gate.Accepted.BEFORE;
import static dev.churnagent.gate.Accepted.COUNT;
import static dev.churnagent.gate.Accepted.LIMITS;
import static dev.churnagent.gate.Accepted.RATE;
import static dev.churnagent.gate.Accepted.TODAY;
import static dev.churnagent.gate.Accepted.baseline;
import static dev.churnagent.gate.Accepted.entry;
import static dev.churnagent.gate.Accepted.report;
import static dev.churnagent.gate.Accepted.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.gate.BaselineUpdate.Counts;
import dev.churnagent.gate.BaselineUpdate.Wish;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.LimitResult;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineUpdateTest {
  private static final String A = "a.A.run";
  private static final Wish PLAIN = new Wish(null, null, false, TODAY);

  @Test
  void shouldAcceptWhatIsViolatedAndNothingElse() {
    BaselineUpdate update =
        update(
            Baseline.empty("b.json"),
            PLAIN,
            result(RATE, "a.B.run(B.java:1)", 9),
            result(COUNT, "a.A$1.run(A.java:7)", 20),
            result(COUNT, "a.C.run(C.java:7)", 10),
            new LimitResult(COUNT.text(), "a.D.run", null, 10, "connections", null));
    assertThat(update.baseline().entries())
        .as("in a stable order")
        .containsExactly(
            new BaselineEntry(
                "max-connections: 10",
                "a.A$*.run",
                20,
                "connections",
                TODAY,
                null,
                BaselineEntry.NO_REASON),
            new BaselineEntry(
                "max-rate: 5/s",
                "a.B.run",
                9,
                "connections/s",
                TODAY,
                null,
                BaselineEntry.NO_REASON));
    assertThat(update.counts()).isEqualTo(new Counts(0, 2, 0, 0, 0, 0));
  }

  @Test
  void shouldPassAfterwardsWhatWasAccepted() {
    LimitResult[] results = {
      result(RATE, "a.B.run(B.java:1)", 9),
      result(COUNT, "a.A.run(A.java:7)", 20),
      result(COUNT, "a.A.run(A.java:8)", 30)
    };
    Baseline written = update(Baseline.empty("b.json"), PLAIN, results).baseline();
    Baselines.Outcome outcome = Accepted.judge(written, results);
    assertThat(outcome.reports().get(0).verdict()).isEqualTo("pass");
    assertThat(outcome.notes()).isEmpty();
  }

  @Test
  void shouldLeaveAnEntryAsItIsWhileItHolds() {
    BaselineEntry known = entry(RATE, A, 50, TODAY);
    BaselineUpdate update =
        update(
            baseline(known),
            new Wish("another", TODAY.plusDays(9), true, TODAY),
            result(RATE, A, 54));
    assertThat(update.baseline().entries()).containsExactly(known);
    assertThat(update.counts()).isEqualTo(new Counts(1, 0, 0, 0, 0, 0));
    assertThat(update(baseline(known), PLAIN, result(RATE, A, 46)).baseline().entries())
        .containsExactly(known);
  }

  @Test
  void shouldAcceptLessWhereItBecameBetter() {
    BaselineUpdate update = update(baseline(entry(RATE, A, 50)), PLAIN, result(RATE, A, 44));
    BaselineEntry better = only(update);
    assertThat(better.measured()).isEqualTo(44);
    assertThat(better.accepted()).isEqualTo(BEFORE);
    assertThat(better.reason()).isEqualTo("known: 50.0");
    assertThat(update.counts()).isEqualTo(new Counts(0, 0, 0, 1, 0, 0));
  }

  @Test
  void shouldKeepTheReasonOfWhatBecameWorse() {
    BaselineUpdate update =
        update(baseline(entry(COUNT, A, 50, TODAY.plusDays(1))), PLAIN, result(COUNT, A, 51));
    assertThat(only(update))
        .isEqualTo(
            new BaselineEntry(
                COUNT.text(), A, 51, "connections", TODAY, TODAY.plusDays(1), "known: 50.0"));
    assertThat(update.counts()).isEqualTo(new Counts(0, 0, 1, 0, 0, 0));
    Wish wish = new Wish("grown", null, false, TODAY);
    assertThat(only(update(baseline(entry(COUNT, A, 50)), wish, result(COUNT, A, 51))).reason())
        .isEqualTo("grown");
  }

  @Test
  void shouldGiveAReasonToWhatHasNone() {
    Baseline without = update(Baseline.empty("b.json"), PLAIN, result(COUNT, A, 50)).baseline();
    Wish wish = new Wish("the vendor's", TODAY.plusDays(3), true, TODAY);
    BaselineEntry entry = only(update(without, wish, result(COUNT, A, 50)));
    assertThat(entry.reason()).isEqualTo("the vendor's");
    assertThat(entry.expires()).as("it is neither new nor expired").isNull();
    assertThat(only(update(Baseline.empty("b.json"), wish, result(COUNT, A, 50))).expires())
        .isEqualTo(TODAY.plusDays(3));
  }

  @Test
  void shouldDropWhatIsNoLongerNeeded() {
    BaselineUpdate update =
        update(
            baseline(entry(COUNT, A, 50), entry(COUNT, A, 20), entry(RATE, A, 9)),
            PLAIN,
            result(COUNT, A, 50));
    assertThat(only(update).measured()).isEqualTo(50);
    assertThat(update.counts().dropped()).isEqualTo(2);
  }

  @Test
  void shouldAskUntilWhenBeforeItRenewsWhatHasExpired() {
    LocalDate passed = TODAY.minusDays(1);
    BaselineUpdate silent =
        update(baseline(entry(COUNT, A, 50, passed)), PLAIN, result(COUNT, A, 50));
    assertThat(silent.undecided()).hasSize(1);
    BaselineUpdate renewed =
        update(
            baseline(entry(COUNT, A, 50, passed)),
            new Wish(null, null, true, TODAY),
            result(COUNT, A, 50));
    assertThat(renewed.undecided()).isEmpty();
    assertThat(only(renewed))
        .isEqualTo(
            new BaselineEntry(COUNT.text(), A, 50, "connections", TODAY, null, "known: 50.0"));
    assertThat(renewed.counts().renewed()).isEqualTo(1);
    assertThat(update(baseline(entry(COUNT, A, 50, passed)), PLAIN).undecided())
        .as("what is needed no longer needs no day")
        .isEmpty();
  }

  @Test
  void shouldAcceptTheWorstOfSeveralReportsOnce() {
    BaselineUpdate update =
        new BaselineUpdate(
            List.of(
                report(result(COUNT, A, 50), result(COUNT, A, 20)),
                report(result(COUNT, A, 40), result(COUNT, A, 30)),
                report(result(COUNT, A, 1))),
            Baseline.empty("b.json"),
            LIMITS,
            PLAIN);
    assertThat(update.baseline().entries())
        .extracting(BaselineEntry::measured)
        .containsExactly(50.0, 30.0);
  }

  private static BaselineUpdate update(Baseline before, Wish wish, LimitResult... results) {
    List<Report> reports = List.of(report(results));
    return new BaselineUpdate(reports, before, LIMITS, wish);
  }

  private static BaselineEntry only(BaselineUpdate update) {
    assertThat(update.baseline().entries()).hasSize(1);
    return update.baseline().entries().get(0);
  }
}
