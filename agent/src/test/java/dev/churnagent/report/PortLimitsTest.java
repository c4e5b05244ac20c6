package dev.churnagent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.churnagent.analysis.RecordingAnalysis;
import dev.churnagent.config.Settings;
import dev.churnagent.report.Report.LimitResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortLimitsTest {
  @TempDir Path directory;

  @Test
  void shouldJudgeTheRunOnItsOwnSystemOrOnAnother() throws Exception {
    Report report =
        judge(
            """
            limits:
              - max-time-wait: 119
              - max-connections: 100
              - {max-time-wait: 120}
              - {max-time-wait: 239, on: windows, hops: 2}
              - {max-port-use: 50%, on: windows, hops: 2}
              - {max-port-use: 24%, on: windows}
            profiles: {windows: {ports: 500}}
            """);

    assertThat(report.limits())
        .extracting(LimitResult::limit, LimitResult::measured, LimitResult::verdict)
        .containsExactly(
            tuple("max-time-wait: 119", 120.0, "fail"),
            tuple("max-connections: 100", 100.0, "pass"),
            tuple("max-connections: 100", 20.0, "pass"),
            tuple("max-time-wait: 120", 120.0, "pass"),
            tuple("max-time-wait: 239 (on windows, hops 2)", 240.0, "fail"),
            tuple("max-port-use: 50% (on windows, hops 2)", 48.0, "pass"),
            tuple("max-port-use: 24% (on windows)", 24.0, "pass"));
    assertThat(report.limits().get(0).subject()).isEqualTo("run");
    assertThat(report.limits().get(0).unit()).isEqualTo("TIME_WAIT sockets");
    assertThat(report.limits().get(5).unit()).isEqualTo("% of the ports");
    assertThat(report.verdict()).isEqualTo("fail");
    assertThat(report.timeWait().profiles()).hasSize(3);
  }

  @Test
  void shouldNameTheMomentAndWhoHeldMost() throws Exception {
    Report report =
        judge(
            """
            limits: [{max-time-wait: 9, hops: 2}, {max-port-use: 99%, on: custom}]
            profiles: {custom: {ports: 50, time-wait: 1min}}
            """);

    assertThat(report.limits())
        .extracting(LimitResult::detail)
        .containsExactly(
            "linux, 2 hops: most at 15:30:12.910; held by com.acme.StepA.run(StepA.java:42) 100,"
                + " com.acme.StepB.run(StepB.java:42) 20",
            "custom: would run out at 15:30:06.000 in com.acme.StepA.run(StepA.java:42); held by"
                + " com.acme.StepA.run(StepA.java:42) 50");
    assertThat(report.limits().get(1).measured()).isEqualTo(240);
    assertThat(TestReports.of(TestReports.churn()).limits()).isEmpty();
  }

  @Test
  void shouldCountTheHopsThatAreStatedUnlessTheLimitHasItsOwn() throws Exception {
    Report report =
        judge("hops: 3\nlimits: [{max-time-wait: 9, on: macos}, {max-time-wait: 9, hops: 1}]");

    assertThat(report.limits()).extracting(LimitResult::measured).containsExactly(360.0, 120.0);
  }

  private Report judge(String yaml) throws Exception {
    Settings settings = PortRuns.settings(directory, yaml);
    return ReportBuilder.of(
        RecordingAnalysis.analyse(
            List.of(PortRuns.churn()),
            List.of(),
            settings.limits(),
            PortLimits.asking(MachinePlan.of(settings), settings.limits())),
        settings.limits(),
        List.of());
  }
}
