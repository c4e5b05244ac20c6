package dev.churnagent.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.churnagent.analysis.TestRecording;
import dev.churnagent.config.ClassPattern;
import dev.churnagent.config.EndpointPattern;
import dev.churnagent.config.Ignore;
import dev.churnagent.config.Limit;
import dev.churnagent.config.RequestPattern;
import dev.churnagent.report.Report;
import dev.churnagent.report.ReportBuilder;
import dev.churnagent.report.TestFetches;
import dev.churnagent.report.TestReports;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredReportGateTest {
  private final Report report = TestReports.of(TestReports.churn());

  @ParameterizedTest
  @EnumSource
  void shouldJudgeAsTheJournalWouldBe(Limit.Kind kind) throws Exception {
    for (double allowed : new double[] {0, 1, 29, 30}) {
      Limit limit = TestReports.limit(kind, allowed);

      Report judged = StoredReportGate.judge(report, List.of(limit), List.of());

      assertThat(judged).isEqualTo(TestReports.of(TestReports.churn(), limit));
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldJudgeAMergedReportAsItsJournals(Limit.Kind kind) throws Exception {
    List<TestRecording> runs = List.of(TestReports.churn(), TestReports.churn());
    Report merged = ReportBuilder.buildFrom(runs, List.of(), List.of());
    for (double allowed : new double[] {0, 2, 30, 59, 60}) {
      Limit limit = TestReports.limit(kind, allowed);

      Report judged = StoredReportGate.judge(merged, List.of(limit), List.of());

      assertThat(judged).isEqualTo(ReportBuilder.buildFrom(runs, List.of(), List.of(limit)));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MAX_REDUNDANT_CALLS", "MAX_DUPLICATES"})
  void shouldJudgeFetchesAsTheJournalWouldBe(Limit.Kind kind) throws Exception {
    TestRecording recording = TestReports.churn();
    Ignore accepted =
        new Ignore(RequestPattern.parse("request", "com.acme.Device#*"), null, "so be it");
    Report stored =
        TestFetches.report(
            recording,
            TestFetches.all(),
            List.of(new Ignore(RequestPattern.parse("request", "GET *"), null, "before")));
    for (double allowed : new double[] {0, 8, 9, 31, 32, 40, 41}) {
      for (List<Ignore> ignores : List.of(List.<Ignore>of(), List.of(accepted))) {
        Limit limit = TestReports.limit(kind, allowed);

        Report judged = StoredReportGate.judge(stored, List.of(limit), ignores);

        assertThat(judged)
            .isEqualTo(TestFetches.report(recording, TestFetches.all(), ignores, limit));
      }
    }
  }

  @Test
  void shouldNotJudgeFetchesOfAReportWithoutAny() throws Exception {
    Limit limit = TestReports.limit(Limit.Kind.MAX_REDUNDANT_CALLS, 5);

    Report judged = StoredReportGate.judge(report, List.of(limit), List.of());

    assertThat(judged.verdict()).isNull();
    assertThat(Verdicts.exitStatus(judged)).isEqualTo(Verdicts.INCOMPLETE);
  }

  @Test
  void shouldJudgeTheWholeRunIfNoSiteMatches() throws Exception {
    Limit limit =
        new Limit(
            "max-open: 0",
            Limit.Kind.MAX_OPEN,
            ClassPattern.parse("site", "com.other.**"),
            null,
            0,
            null);

    Report judged = StoredReportGate.judge(report, List.of(limit), List.of());

    assertThat(judged.limits()).singleElement().extracting("subject").isEqualTo("run");
    assertThat(judged.verdict()).isEqualTo("pass");
  }

  @Test
  void shouldAskForTheJournalWhereTheReportDoesNotSay() throws Exception {
    Limit.Kind rate = Limit.Kind.MAX_RATE;
    assertNeedsJournal(report, new Limit("r", rate, null, null, 5, Duration.ofSeconds(10)));
    EndpointPattern endpoint = EndpointPattern.parse("endpoint", "*:80");
    assertNeedsJournal(report, new Limit("c", Limit.Kind.MAX_CONNECTIONS, null, endpoint, 5, null));
  }

  private static void assertNeedsJournal(Report report, Limit limit) {
    assertThatThrownBy(() -> StoredReportGate.judge(report, List.of(limit), List.of()))
        .isInstanceOf(JournalNeededException.class)
        .hasMessageContaining("'" + limit.text() + "'")
        .hasMessageContaining("journal");
  }
}
