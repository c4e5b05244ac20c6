package dev.churnagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.TestRecording;
import dev.churnagent.config.Limit;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.FailureKind;
import dev.churnagent.report.Report.PortProfileUse;
import dev.churnagent.report.Report.Timeline;
import dev.churnagent.report.Report.TimelineSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final FailureKind[] FAILURES = FailureKind.values();
  private static final ClosedFirst[] CLOSES = ClosedFirst.values();

  @Test
  void shouldTellWhatHappenedWhen() {
    Report report =
        TestReports.of(PortRuns.churn(), TestReports.limit(Limit.Kind.MAX_TIME_WAIT, 9));
    Timeline timeline = report.timeline();

    assertThat(timeline.startedAt()).isEqualTo(report.run().startedAt());
    assertThat(timeline.stepMillis()).isEqualTo(31.25);
    assertThat(timeline.connects()).hasSize(640);
    // One each 100 ms from the first second on.
    assertThat(timeline.connects().subList(31, 39)).containsExactly(0L, 1L, 0L, 0L, 1L, 0L, 0L, 1L);
    assertThat(timeline.open().subList(31, 36)).containsExactly(0L, 1L, 0L, 0L, 1L);
    assertThat(timeline.peakConnectsPerSecond()).isNull();
    // The limit's own replay is none of the report's.
    assertThat(timeline.systems())
        .extracting(TimelineSystem::os)
        .containsExactly("linux", "windows", "macos");
    assertThat(timeline.systems().get(1).timeWait().get(639)).isEqualTo(120);
  }

  @Test
  void shouldShowTimeWaitFallAfterTheLastConnection() {
    Report report = TestReports.of(PortRuns.churn().endsAt(100_000));
    TimelineSystem macos = report.timeline().systems().get(2);

    assertThat(report.timeline().stepMillis()).isEqualTo(125);
    assertThat(macos.timeWait()).hasSize(800);
    // The last of 120 closes at 12.91 s; the first port is free after 31.01 s.
    assertThat(macos.timeWait().get(240)).isEqualTo(120);
    assertThat(macos.timeWait().get(300)).isBetween(50L, 60L);
    assertThat(macos.timeWait().get(400)).isZero();
  }

  /**
   * Who holds ports is asked at such a failure and at the run's end, long after the event before.
   */
  @Test
  void shouldNotMissWhatWasHeldBeforeAConnectFoundNoPort() {
    TestRecording recording = TestRecording.run().endsAt(400_000);
    int site = recording.site("Step");
    int device = recording.endpoint("10.0.0.1:80");
    recording.connect(1, site, device).close(2, site, device, 1, ClosedFirst.LOCAL);
    recording.fail(100_000, site, device, FailureKind.EXHAUSTED);
    recording.connect(300_000, site, device).close(300_001, site, device, 1, ClosedFirst.LOCAL);
    Timeline timeline = TestReports.of(recording).timeline();

    assertThat(timeline.stepMillis()).isEqualTo(500);
    for (TimelineSystem system : timeline.systems()) {
      assertThat(system.timeWait().subList(0, 60)).containsOnly(1L);
      assertThat(system.timeWait().subList(600, 660)).containsOnly(1L);
      assertThat(system.timeWait().subList(250, 600)).containsOnly(0L);
    }
  }

  @Test
  void shouldCloseWhatIsOpenWhenItsRunEnds() throws IOException {
    TestRecording first = TestRecording.run("first", TestRecording.START).endsAt(10_000);
    first.connect(1, first.site("Step"), first.endpoint("10.0.0.1:80"));
    TestRecording other = TestRecording.run("other", TestRecording.START).endsAt(40_000);
    Timeline timeline =
        ReportBuilder.buildFrom(List.of(first, other), List.of(), List.of()).timeline();

    assertThat(timeline.open().subList(0, 160)).containsOnly(1L);
    assertThat(timeline.open().subList(161, 640)).containsOnly(0L);
  }

  @Test
  void shouldBeNullWhereNothingHappened() throws IOException {
    assertThat(ReportBuilder.build(List.of(), List.of(), List.of()).timeline()).isNull();
    assertThat(TestReports.of(TestRecording.run()).timeline()).isNull();
    TestRecording failing = TestRecording.run();
    failing.fail(1, failing.site("A"), failing.endpoint("10.0.0.1:1"), FailureKind.REFUSED);
    assertThat(TestReports.of(failing).timeline().failed()).contains(1L).hasSize(640);
  }

  /** Any run, and several at once: columns and totals say the same. */
  @Test
  void shouldAgreeWithTheReportsOwnFigures() throws IOException {
    SplittableRandom random = new SplittableRandom(20261125);
    for (int round = 0; round < 100; round++) {
      List<TestRecording> runs = new ArrayList<>();
      double length = Math.pow(10, 1 + 6.5 * random.nextDouble());
      for (int i = random.nextInt(3); i >= 0; i--) {
        runs.add(recording(random, "run-" + i, (long) (length * random.nextDouble()), length));
      }
      Report report = ReportBuilder.buildFrom(runs, List.of(), List.of());
      if (report.timeline() != null) {
        assertAgrees(report);
      }
    }
  }

  private static void assertAgrees(Report report) {
    Timeline timeline = report.timeline();
    int steps = timeline.connects().size();
    double seconds = report.run().durationSeconds();
    assertThat(steps).isBetween(1, 1_000);
    assertThat(steps * timeline.stepMillis() + 1).isGreaterThanOrEqualTo(1_000 * seconds);
    assertThat((steps - 1) * timeline.stepMillis() - 1).isLessThanOrEqualTo(1_000 * seconds);
    assertThat(sum(timeline.connects())).isEqualTo(report.totals().connections());
    assertThat(timeline.failed()).hasSize(steps);
    assertThat(sum(timeline.failed())).isEqualTo(report.totals().failed());
    assertThat(timeline.open()).hasSize(steps);
    assertThat(Collections.max(timeline.open())).isEqualTo(report.totals().peakOpen());
    if (timeline.peakConnectsPerSecond() != null && report.totals().peakRate() != null) {
      assertThat(Collections.max(timeline.peakConnectsPerSecond()))
          .isBetween(1.0, report.totals().peakRate().perSecond());
    }
    List<PortProfileUse> profiles = report.timeWait().profiles();
    assertThat(timeline.systems()).hasSameSizeAs(profiles);
    for (int i = 0; i < profiles.size(); i++) {
      TimelineSystem system = timeline.systems().get(i);
      PortProfileUse profile = profiles.get(i);
      assertThat(system.os()).isEqualTo(profile.os());
      assertThat(system.hops()).isEqualTo(profile.hops());
      assertThat(system.ports()).isEqualTo(profile.ports());
      assertThat(system.timeWait()).hasSize(steps);
      assertThat(Collections.max(system.timeWait())).isEqualTo(profile.peak());
      assertThat(system.usedPorts()).hasSize(steps);
      assertThat(Collections.max(system.usedPorts())).isEqualTo(profile.peakPorts());
    }
  }

  private static TestRecording recording(
      SplittableRandom random, String id, long laterMillis, double length) {
    TestRecording run = TestRecording.run(id, TestRecording.START.plusMillis(laterMillis));
    int site = run.site("Step");
    int[] endpoints = {
      run.endpoint(TestRecording.DEVICE), run.endpoint("10.0.0.1:80"), run.endpoint("unix:/run/x")
    };
    int events = random.nextInt(600);
    for (int i = 0; i < events; i++) {
      double at = length * Math.pow(random.nextDouble(), 2);
      int endpoint = endpoints[random.nextInt(3)];
      int port = 1 + random.nextInt(40);
      switch (random.nextInt(6)) {
        case 0, 1, 2 -> run.connectFrom(port, at, site, endpoint);
        case 3, 4 -> run.closeFrom(port, at, site, endpoint, CLOSES[random.nextInt(CLOSES.length)]);
        default -> run.fail(at, site, endpoint, FAILURES[random.nextInt(FAILURES.length)]);
      }
    }
    return run.endsAt((long) (length * (0.5 + random.nextDouble())));
  }

  private static long sum(List<Long> column) {
    return column.stream().mapToLong(Long::longValue).sum();
  }
}
