package dev.churnagent.report;

import static dev.churnagent.analysis.TestRecording.DEVICE;
import static dev.churnagent.analysis.TestRecording.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.churnagent.analysis.TestRecording;
import dev.churnagent.config.ClassPattern;
import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.EndpointPattern;
import dev.churnagent.config.Limit;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.FailureKind;
import dev.churnagent.report.Report.LimitResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private final TestRecording recording = TestRecording.run();
  private final int a = recording.site("StepA");
  private final int b = recording.site("StepB");
  private final int device = recording.endpoint(DEVICE);
  private final int web = recording.endpoint("10.0.0.1:80", "web.local");

  @Test
  void shouldHaveNoVerdictWithoutLimits() throws IOException {
    assertThat(judge().verdict()).isEqualTo("none");
    assertThat(judge().limits()).isEmpty();
  }

  @Test
  void shouldHoldEachMatchingSiteToALimitOnItsOwn() throws Exception {
    recording.connect(0, a, device).connect(1, a, device).connect(2, b, device);

    Report report = judge(connections("**", null, 1));

    assertThat(report.verdict()).isEqualTo("fail");
    assertThat(report.limits())
        .extracting(LimitResult::subject, LimitResult::measured, LimitResult::verdict)
        .containsExactlyInAnyOrder(
            tuple("com.acme.StepA.run(StepA.java:42)", 2.0, "fail"),
            tuple("com.acme.StepB.run(StepB.java:42)", 1.0, "pass"));
    assertThat(report.limits().get(0).unit()).isEqualTo("connections");
    assertThat(judge(connections("com.acme.StepB", null, 1)).verdict()).isEqualTo("pass");
  }

  @Test
  void shouldMatchTheMethodThatAPersonWrote() throws Exception {
    int lambda = recording.stack(TestRecording.application("com.acme.A", "lambda$run$0", 4));
    recording.connect(0, lambda, device);

    assertThat(judge(connections("com.acme.A#run", null, 0)).verdict()).isEqualTo("fail");
    assertThat(judge(connections("com.acme.A#lambda*", null, 0)).verdict()).isEqualTo("pass");
  }

  @Test
  void shouldJudgeTheWholeRunIfNoSiteMatches() throws Exception {
    recording.connect(0, a, device);

    Report report = judge(connections("com.other.**", null, 0));

    assertThat(report.verdict()).isEqualTo("pass");
    assertThat(report.limits()).hasSize(1);
    assertThat(report.limits().get(0).subject()).isEqualTo("run");
    assertThat(report.limits().get(0).measured()).isZero();
  }

  @Test
  void shouldCountConnectionsToMatchingEndpointsOnly() throws Exception {
    recording.connect(0, a, device).connect(1, a, web).connect(2, a, web).connect(3, b, device);

    Report report = judge(connections(null, "*:80", 1));

    assertThat(report.limits()).hasSize(1);
    assertThat(report.limits().get(0).measured()).isEqualTo(2);
    assertThat(judge(connections(null, "web.local:80", 1)).verdict()).isEqualTo("fail");
    assertThat(judge(connections(null, "*:8080", 1)).verdict()).isEqualTo("pass");
  }

  @Test
  void shouldMeasureRatesInTheLimitsOwnWindow() throws Exception {
    for (int i = 0; i < 30; i++) {
      recording.connect(i * 200, a, device);
    }

    assertThat(judge(rate(5, 1)).verdict()).isEqualTo("pass");
    assertThat(judge(rate(4.9, 1)).verdict()).isEqualTo("fail");
    assertThat(judge(rate(3, 10)).verdict()).isEqualTo("pass");
    assertThat(judge(rate(2.9, 10)).verdict()).isEqualTo("fail");
    assertThat(judge(rate(3, 10)).sites().get(0).peakRate().windowSeconds()).isEqualTo(1);
  }

  @Test
  void shouldLimitWhatIsOpenAtOneTime() throws Exception {
    for (int i = 0; i < 10; i++) {
      recording.connect(i, a, device).close(i + 0.5, a, device, 0.5, ClosedFirst.LOCAL);
      recording.connect(i, b, device);
    }

    Report report = judge(limit(Limit.Kind.MAX_OPEN, null, null, 9, 0));

    assertThat(LimitResults.violated(report.limits()))
        .extracting(LimitResult::subject, LimitResult::measured)
        .containsExactly(tuple("com.acme.StepB.run(StepB.java:42)", 10.0));
  }

  @Test
  void shouldNotCountFailures() throws Exception {
    recording.fail(0, a, device, FailureKind.REFUSED).fail(1, a, device, FailureKind.REFUSED);

    Report report = judge(connections(null, null, 0));

    assertThat(report.limits().get(0).subject()).isEqualTo("com.acme.StepA.run(StepA.java:42)");
    assertThat(report.verdict()).isEqualTo("pass");
  }

  @Test
  void shouldJudgeSeveralRunsTogether() throws Exception {
    TestRecording other = TestRecording.run("other", START);
    int otherA = other.site("StepA");
    int otherDevice = other.endpoint(DEVICE);
    for (int i = 0; i < 5; i++) {
      recording.connect(i, a, device);
      other.connect(i, otherA, otherDevice);
    }
    other.connect(5, otherA, otherDevice);

    Report report =
        ReportBuilder.buildFrom(List.of(recording, other), List.of(), List.of(rate(6, 1)));

    assertThat(report.sites().get(0).peakRate().perSecond()).isEqualTo(11);
    assertThat(report.limits()).hasSize(1);
    assertThat(report.limits().get(0).measured()).isEqualTo(11);
    assertThat(report.verdict()).isEqualTo("fail");
  }

  @Test
  void shouldShowASiteAndItsLimitWithTheSameCountOverSeveralRuns() throws Exception {
    TestRecording later = TestRecording.run("later", START.plusSeconds(100));
    int laterA = later.site("StepA");
    int laterDevice = later.endpoint(DEVICE);
    for (int i = 0; i < 3; i++) {
      recording.connect(i, a, device);
      later.connect(i, laterA, laterDevice);
    }

    Report report = judgeAll(later, connections(null, null, 5), rate(3, 1));

    assertThat(report.sites().get(0).connections()).isEqualTo(6);
    assertThat(report.limits())
        .extracting(LimitResult::measured, LimitResult::verdict)
        .containsExactly(tuple(6.0, "fail"), tuple(3.0, "pass"));
  }

  @Test
  void shouldCloseAtARunsEndWhatItLeftOpen() throws Exception {
    recording.endsAt(1_000);
    TestRecording sideBySide = TestRecording.run("side", START.plusMillis(500));
    TestRecording later = TestRecording.run("later", START.plusSeconds(2));
    for (int i = 0; i < 4; i++) {
      recording.connect(i, a, device).connect(i, a, web);
    }
    connectThree(sideBySide);
    connectThree(later);

    Limit open = limit(Limit.Kind.MAX_OPEN, null, "*:27015", 0, 0);
    assertThat(judgeAll(later, open).limits().get(0).measured()).isEqualTo(4);
    assertThat(judgeAll(sideBySide, open).limits().get(0).measured()).isEqualTo(7);
  }

  private static void connectThree(TestRecording other) {
    int site = other.site("StepA");
    int endpoint = other.endpoint(DEVICE);
    other.connect(0, site, endpoint).connect(1, site, endpoint).connect(2, site, endpoint);
  }

  private Report judgeAll(TestRecording other, Limit... limits) throws IOException {
    return ReportBuilder.buildFrom(List.of(recording, other), List.of(), List.of(limits));
  }

  @Test
  void shouldNeverShowAMeasureLikeTheAllowanceItExceeds() {
    assertThat(compared(5.0004, 5)).isEqualTo("5.0004 connections/s, allowed 5");
    assertThat(compared(12.44, 5)).isEqualTo("12.44 connections/s, allowed 5");
    assertThat(compared(5, 5)).isEqualTo("5 connections/s, allowed 5");
  }

  @Test
  void shouldNotFailForTheRoundingOfADivision() throws Exception {
    recording.connect(0, a, device);

    double allowed = 0.1 / 60;
    Limit limit = limit(Limit.Kind.MAX_RATE, null, null, allowed, 600);

    assertThat(judge(limit).verdict()).isEqualTo("pass");
  }

  private static String compared(double measured, double allowed) {
    return LimitResults.compared(
        new LimitResult("max-rate: 5/s", "run", measured, allowed, "connections/s", "fail"));
  }

  private static Limit connections(String site, String endpoint, double allowed)
      throws ConfigurationException {
    return limit(Limit.Kind.MAX_CONNECTIONS, site, endpoint, allowed, 0);
  }

  private static Limit rate(double perSecond, int windowSeconds) throws ConfigurationException {
    return limit(Limit.Kind.MAX_RATE, null, null, perSecond, windowSeconds);
  }

  private static Limit limit(
      Limit.Kind kind, String site, String endpoint, double allowed, int windowSeconds)
      throws ConfigurationException {
    return new Limit(
        kind.key() + ": " + allowed,
        kind,
        site == null ? null : ClassPattern.parse("site", site),
        endpoint == null ? null : EndpointPattern.parse("endpoint", endpoint),
        allowed,
        windowSeconds == 0 ? null : Duration.ofSeconds(windowSeconds));
  }

  private Report judge(Limit... limits) throws IOException {
    return ReportBuilder.buildFrom(List.of(recording), List.of(), List.of(limits));
  }
}
