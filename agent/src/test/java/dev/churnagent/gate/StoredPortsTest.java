package dev.churnagent.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.churnagent.config.Settings;
import dev.churnagent.report.MachinePlan;
import dev.churnagent.report.PortRuns;
import dev.churnagent.report.Report;
import dev.churnagent.report.TestReports;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredPortsTest {
  private final Report report = TestReports.of(PortRuns.churn());

  @TempDir Path directory;

  @Test
  void shouldJudgeByTheProfileThatTheReportHas() throws Exception {
    assertThat(verdict("limits: [{max-time-wait: 119}]")).isEqualTo("fail");
    assertThat(verdict("limits: [{max-time-wait: 120, hops: 1}]")).isEqualTo("pass");
    assertThat(verdict("limits: [{max-port-use: 0.7%, on: windows}]")).isEqualTo("fail");
    assertThat(verdict("limits: [{max-port-use: 0.8%, on: windows}]")).isEqualTo("pass");
    String asItWas = "\nprofiles: {windows: {ports: 16484, excluded-ports: 100, time-wait: 2min}}";
    assertThat(verdict("limits: [{max-port-use: 0.8%, on: windows}]" + asItWas)).isEqualTo("pass");
  }

  @Test
  void shouldAskForTheJournalWhereTheMachineIsAnother() throws Exception {
    needsJournal("has other hops", "limits: [{max-time-wait: 9, hops: 2}]");
    needsJournal("has other hops", "hops: 2\nlimits: [{max-time-wait: 9, on: windows}]");
    needsJournal(
        "is on other ports",
        "limits: [{max-time-wait: 9, on: windows}]\nprofiles: {windows: {ports: 9}}");
    needsJournal(
        "is on other ports",
        "limits: [{max-time-wait: 9, on: macos}]\nprofiles: {macos: {time-wait: 9s}}");
    needsJournal(
        "is on other ports", "limits: [{max-time-wait: 9}]\nprofiles: {linux: {reuse: never}}");
    needsJournal(
        "does not tell of",
        "limits: [{max-time-wait: 9, on: custom}]\nprofiles: {custom: {ports: 9, time-wait: 9s}}");
  }

  private String verdict(String yaml) throws Exception {
    Settings settings = PortRuns.settings(directory, yaml);
    return StoredReportGate.judge(report, settings.limits(), List.of(), MachinePlan.of(settings))
        .verdict();
  }

  private void needsJournal(String why, String yaml) throws Exception {
    assertThatThrownBy(() -> verdict(yaml))
        .isInstanceOf(JournalNeededException.class)
        .hasMessageContaining(why)
        .hasMessageContaining("give the run's journal");
  }
}
