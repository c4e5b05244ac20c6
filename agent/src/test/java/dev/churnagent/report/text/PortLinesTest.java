package dev.churnagent.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.TestRecording;
import dev.churnagent.report.PortRuns;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.ObservedPeak;
import dev.churnagent.report.Report.PortProfileUse;
import dev.churnagent.report.Report.TimeWait;
import dev.churnagent.report.TestReports;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortLinesTest {
  private final Report report = TestReports.of(PortRuns.churn());
  private final List<PortProfileUse> found = report.timeWait().profiles();

  @Test
  void shouldTakeOneLineWhereAllIsWell() {
    assertThat(lines(null, found.get(0), found.get(1), found.get(2)))
        .containsExactly(
            "Ports: linux under 0.1 % of 28,232 (TIME_WAIT at most 120 at 15:30:12.910)");
  }

  @Test
  void shouldNameOtherSystemsWhereTheyAreWorse() {
    assertThat(
            lines(
                null,
                use(found.get(0), 5, null),
                use(found.get(1), 30.4, null),
                use(found.get(2), 4.9, null)))
        .containsExactly(
            "Ports: linux 5 % of 28,232 (TIME_WAIT at most 120 at 15:30:12.910), windows 30 %");
  }

  @Test
  void shouldSayWhereItWouldHaveBroken() {
    String at = "2026-11-22T15:30:41.000Z";
    assertThat(
            lines(
                new ObservedPeak(805, at, List.of(), List.of(), List.of(), 812, 7, 9),
                use(found.get(0), 3, null),
                use(found.get(1), 102, at),
                use(found.get(2), 2, null)))
        .containsExactly(
            "Ports: linux 3 % of 28,232 (TIME_WAIT at most 120 at 15:30:12.910)",
            "  windows 102 %: would run out after 41 s at com.acme.StepA.run(StepA.java:42)",
            "  TIME_WAIT observed 805, modelled 812 (+7)");
    assertThat(
            lines(
                new ObservedPeak(812, at, List.of(), List.of(), List.of(), 805, -7, 9),
                found.get(0)))
        .contains("  TIME_WAIT observed 812, modelled 805 (-7)");
  }

  @Test
  void shouldSayThatTheTableWasNotReadAtTheEnd() {
    String at = "2026-11-22T15:30:41.000Z";
    String note = "note: the system's socket table was not read at the end, which took too long";
    Report noted = TestReports.of(PortRuns.churn().degraded(note));
    Lines lines = new Lines();
    ObservedPeak observed = new ObservedPeak(2, at, List.of(), List.of(), List.of(), 120, 118, 1);
    PortLines.add(lines, with(noted, new TimeWait(noted.timeWait().profiles(), observed)));

    assertThat(lines.all())
        .contains("  TIME_WAIT observed 2, modelled 120 (+118); the table was not read at the end");
  }

  @Test
  void shouldSayNothingWithoutAPortOrWithoutAModel() {
    Lines lines = new Lines();
    PortLines.add(lines, TestReports.of(TestRecording.run()));
    PortLines.add(lines, with(null));
    assertThat(lines.all()).isEmpty();
  }

  private List<String> lines(ObservedPeak observed, PortProfileUse... profiles) {
    Lines lines = new Lines();
    PortLines.add(lines, with(new TimeWait(List.of(profiles), observed)));
    return lines.all();
  }

  private static PortProfileUse use(PortProfileUse use, double percent, String exhaustedAt) {
    return new PortProfileUse(
        use.os(),
        use.ports(),
        use.timeWaitSeconds(),
        use.hops(),
        use.peak(),
        use.peakAt(),
        use.peakPorts(),
        percent,
        exhaustedAt != null,
        exhaustedAt,
        use.sustainableRatePerSecond(),
        use.sustainableCopies(),
        use.perDestination(),
        use.peakPortsAt(),
        exhaustedAt == null ? null : "com.acme.StepA.run(StepA.java:42)",
        exhaustedAt == null ? null : TestRecording.DEVICE,
        use.holders(),
        use.hopsAsFound(),
        use.freeAt());
  }

  private Report with(TimeWait timeWait) {
    return with(report, timeWait);
  }

  private static Report with(Report report, TimeWait timeWait) {
    return new Report(
        report.schema(),
        report.run(),
        report.totals(),
        report.sites(),
        report.endpoints(),
        report.requests(),
        report.chains(),
        report.polls(),
        timeWait,
        report.portExhaustion(),
        report.remedies(),
        report.limits(),
        report.verdict(),
        report.timeline());
  }
}
