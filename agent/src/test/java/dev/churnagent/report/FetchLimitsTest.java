package dev.churnagent.report;

import static dev.churnagent.report.FetchRowsTest.ignore;
import static dev.churnagent.report.TestFetches.DEVICE;
import static dev.churnagent.report.TestFetches.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.churnagent.analysis.TestRecording;
import dev.churnagent.config.Ignore;
import dev.churnagent.config.Limit;
import dev.churnagent.config.RequestPattern;
import dev.churnagent.model.Watching;
import dev.churnagent.report.Report.LimitResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class FetchLimitsTest {
  private final Limit redundant = TestReports.limit(Limit.Kind.MAX_REDUNDANT_CALLS, 40);
  private final Limit duplicates = TestReports.limit(Limit.Kind.MAX_DUPLICATES, 9);

  @Test
  void shouldSumAvoidableCallsOverAllChains() {
    LimitResult result = judge(List.of(), redundant).limits().get(0);

    assertThat(result)
        .isEqualTo(new LimitResult("max-redundant-calls: 40", "run", 41.0, 40, "calls", "fail"));
    Limit enough = TestReports.limit(Limit.Kind.MAX_REDUNDANT_CALLS, 41);
    assertThat(judge(List.of(), enough).verdict()).isEqualTo("pass");
  }

  @Test
  void shouldHoldEachRepeatedRequestToALimitOnItsOwn() {
    Report report = judge(List.of(), duplicates);

    assertThat(report.limits())
        .extracting(LimitResult::subject, LimitResult::measured, LimitResult::verdict)
        .containsExactly(
            tuple(DEVICE + " (\"dev-1\")", 32.0, "fail"),
            tuple(STATUS + " ?verbose=1", 9.0, "pass"));
    assertThat(report.verdict()).isEqualTo("fail");
  }

  @Test
  void shouldHoldOnlyTheRequestsThatALimitNames() throws Exception {
    assertThat(judge(List.of(), duplicates("GET http://*", 9)).verdict()).isEqualTo("pass");
    assertThat(judge(List.of(), duplicates("GET http://*", 8)).verdict()).isEqualTo("fail");
    assertThat(judge(List.of(), duplicates("com.acme.Device", 32)).verdict()).isEqualTo("pass");
    assertThat(judge(List.of(), duplicates("com.other.**", 0)).limits())
        .containsExactly(new LimitResult("d", "run", 0.0, 0, "calls", "pass"));
  }

  @Test
  void shouldNotCountAcceptedChains() throws Exception {
    List<Ignore> device = List.of(ignore("com.acme.Device#*", null, "so"));

    assertThat(judge(device, redundant).limits().get(0).measured()).isEqualTo(9);
    assertThat(judge(device, duplicates).limits())
        .extracting(LimitResult::subject)
        .containsExactly(STATUS + " ?verbose=1");
    List<Ignore> elsewhere = List.of(ignore("com.acme.Device#*", "com.other.**", "so"));
    assertThat(judge(elsewhere, redundant).verdict()).isEqualTo("fail");
  }

  @Test
  void shouldNeverPassWhereNoFetchWasRecorded() {
    for (Limit.Kind kind : List.of(Limit.Kind.MAX_REDUNDANT_CALLS, Limit.Kind.MAX_DUPLICATES)) {
      Report report = TestReports.of(TestRecording.run(), TestReports.limit(kind, 1_000));

      assertThat(report.limits())
          .extracting(LimitResult::measured, LimitResult::verdict)
          .containsExactly(tuple(null, null));
      assertThat(report.verdict()).isNull();
    }
  }

  @Test
  void shouldFailForAnotherLimitThoughNoFetchWasRecorded() {
    Limit connections = TestReports.limit(Limit.Kind.MAX_CONNECTIONS, 29);

    Report report = TestReports.of(TestReports.churn(), redundant, connections);

    assertThat(report.limits())
        .extracting(LimitResult::verdict)
        .containsExactly(null, "fail", "pass");
    assertThat(report.verdict()).isEqualTo("fail");
  }

  @Test
  void shouldFailButNeverPassWhereSomeRunsRecordedNoFetches() {
    List<TestRecording> runs =
        List.of(TestRecording.run(), TestRecording.run("b", TestRecording.START.plusSeconds(1)));
    List<Watching> watching =
        List.of(
            new Watching(true, List.of(), List.of(), 1),
            new Watching(false, List.of(), List.of("a.B#c"), 1));
    Limit high = TestReports.limit(Limit.Kind.MAX_REDUNDANT_CALLS, 100);

    Report report =
        TestFetches.report(runs, watching, TestFetches.all(), List.of(), redundant, high);

    assertThat(report.limits())
        .extracting(LimitResult::measured, LimitResult::verdict)
        .containsExactly(tuple(41.0, "fail"), tuple(41.0, null));
  }

  @Test
  void shouldKeepTheOrderOfTheLimits() {
    Limit connections = TestReports.limit(Limit.Kind.MAX_CONNECTIONS, 50);
    Limit open = TestReports.limit(Limit.Kind.MAX_OPEN, 50);

    Report report = judge(List.of(), connections, redundant, open, connections);

    assertThat(report.limits())
        .extracting(LimitResult::limit)
        .containsExactly(
            "max-connections: 50",
            "max-connections: 50",
            "max-redundant-calls: 40",
            "max-open: 50",
            "max-open: 50",
            "max-connections: 50",
            "max-connections: 50");
  }

  private static Limit duplicates(String request, double allowed) throws Exception {
    return new Limit(
        "d",
        Limit.Kind.MAX_DUPLICATES,
        null,
        null,
        RequestPattern.parse("request", request),
        allowed,
        null,
        null);
  }

  private static Report judge(List<Ignore> ignores, Limit... limits) {
    return TestFetches.report(TestReports.churn(), TestFetches.all(), ignores, limits);
  }
}
