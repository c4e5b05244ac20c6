package dev.churnagent.report;

import static dev.churnagent.analysis.TestRecording.DEVICE;
import static dev.churnagent.analysis.TestRecording.START;
import static dev.churnagent.analysis.TestRecording.application;
import static dev.churnagent.analysis.TestRecording.library;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.churnagent.analysis.Findings;
import dev.churnagent.analysis.Findings.ScopeCount;
import dev.churnagent.analysis.Findings.SiteFindings;
import dev.churnagent.analysis.PortPlan;
import dev.churnagent.analysis.RecordingAnalysis;
import dev.churnagent.analysis.RecordingSource;
import dev.churnagent.analysis.TestRecording;
import dev.churnagent.config.ClassPattern;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.FailureKind;
import dev.churnagent.report.Report.ClosedFirstCounts;
import dev.churnagent.report.Report.EndpointCount;
import dev.churnagent.report.Report.Failures;
import dev.churnagent.report.Report.Site;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportBuilderTest {
  private final TestRecording recording = TestRecording.run();

  @Test
  void shouldDescribeTheRun() throws IOException {
    recording.endsAt(2_500);

    Report.Run run = build().run();

    assertThat(run)
        .isEqualTo(
            new Report.Run(
                "run",
                4711L,
                "host",
                "Linux",
                "17",
                "com.acme.Main",
                "2026-11-22T15:30:00.000Z",
                "2026-11-22T15:30:02.500Z",
                2.5,
                true,
                0,
                List.of(),
                List.of(),
                1,
                1));
  }

  @Test
  void shouldCountEachSiteOnItsOwn() throws IOException {
    int a = recording.site("StepA");
    int b = recording.site("StepB");
    int device = recording.endpoint(DEVICE);
    int proxy = recording.endpoint("[::1]:80", "localhost");
    recording.connect(0, a, device).connect(1, a, device).connect(2, a, proxy);
    recording
        .close(11, a, device, 10, ClosedFirst.LOCAL)
        .close(12, a, device, 11, ClosedFirst.PEER);
    recording.connect(20, b, device).close(25, b, device, 5, ClosedFirst.RESET);

    Report report = build();

    Site site = report.sites().get(0);
    assertThat(site.className()).isEqualTo("com.acme.StepA");
    assertThat(site.describe()).isEqualTo("com.acme.StepA.run(StepA.java:42)");
    assertThat(site.attribution()).isEqualTo("stack");
    assertThat(site.connections()).isEqualTo(3);
    assertThat(site.closed()).isEqualTo(2);
    assertThat(site.openAtEnd()).isEqualTo(1);
    assertThat(site.peakOpen()).isEqualTo(3);
    assertThat(site.closedFirst()).isEqualTo(new ClosedFirstCounts(1, 1, 0, 0));
    assertThat(site.meanRatePerSecond()).isEqualTo(0.3);
    assertThat(site.peakRate().perSecond()).isEqualTo(3);
    assertThat(site.peakRate().at()).isEqualTo("2026-11-22T15:30:00.002Z");
    assertThat(site.lifetimeMillis().p50()).isCloseTo(10, within(0.1));
    assertThat(site.lifetimeMillis().max()).isCloseTo(11, within(0.11));
    assertThat(site.endpoints())
        .containsExactly(new EndpointCount(DEVICE, 2), new EndpointCount("[::1]:80", 1));
    assertThat(report.sites().get(1).closedFirst()).isEqualTo(new ClosedFirstCounts(0, 0, 1, 0));
    assertThat(report.totals().connections()).isEqualTo(4);
    assertThat(report.totals().openAtEnd()).isEqualTo(1);
    assertThat(report.totals().peakOpen()).isEqualTo(3);
    assertThat(report.endpoints()).extracting("host").containsExactly(null, "localhost");
    assertThat(report.endpoints().get(0).connections()).isEqualTo(3);
  }

  @Test
  void shouldTellTheScopesOfASite() throws IOException {
    recording.connect(0, recording.site("StepA"), recording.endpoint(DEVICE));
    Findings found =
        RecordingAnalysis.analyse(List.of(recording), List.of(), List.of(), PortPlan.DEFAULT);
    SiteFindings site = found.sites().get(0);
    List<ScopeCount> scopes = List.of(new ScopeCount("com.acme.FlowTest#works", 1));
    Findings scoped =
        new Findings(
            found.runs(),
            List.of(
                new SiteFindings(
                    site.id(),
                    site.site(),
                    site.statistics(),
                    site.peak(),
                    site.endpoints(),
                    scopes,
                    site.stacks(),
                    site.clients(),
                    site.library(),
                    site.transport(),
                    site.closers(),
                    site.unreadAnswers(),
                    site.handedOver())),
            found.endpoints(),
            found.totalPeak(),
            found.peakOpen(),
            null,
            found.limits(),
            null,
            found.ports(),
            found.steps());

    assertThat(build().sites().get(0).scopes()).isNull();
    assertThat(ReportBuilder.of(scoped, List.of(), List.of()).sites().get(0).scopes())
        .containsExactly(new Report.ScopeCount("com.acme.FlowTest#works", 1));
  }

  @Test
  void shouldMergeStacksThatDifferOnlyInGeneratedNames() throws IOException {
    int one = recording.stack(application("com.acme.A", "lambda$run$0", 4));
    int other = recording.stack(application("com.acme.A", "lambda$run$1", 4));
    int device = recording.endpoint(DEVICE);
    recording.connect(0, one, device).connect(1, other, device);

    Site site = build().sites().get(0);

    assertThat(site.connections()).isEqualTo(2);
    assertThat(site.stacks())
        .containsExactly(new Report.StackCount(2, List.of("com.acme.A.run(A.java:4)")));
  }

  @Test
  void shouldKeepTheMostFrequentStacksAndSumTheRest() throws IOException {
    int device = recording.endpoint(DEVICE);
    for (int i = 0; i < 23; i++) {
      int stack =
          recording.stack(
              application("com.acme.A", "run", 4), application("com.acme.Caller", "call", i));
      recording.connect(i, stack, device);
      if (i == 22) {
        recording.connect(i, stack, device);
      }
    }

    List<Report.StackCount> stacks = build().sites().get(0).stacks();

    assertThat(stacks).hasSize(21);
    assertThat(stacks.get(0).connections()).isEqualTo(2);
    assertThat(stacks.get(0).frames().get(1)).isEqualTo("com.acme.Caller.call(Caller.java:22)");
    assertThat(stacks.get(20)).isEqualTo(new Report.StackCount(3, List.of("(3 more stacks)")));
  }

  @Test
  void shouldTellUnresolvedNamesAmongFailuresButNotInFailed() throws IOException {
    int a = recording.site("StepA");
    int device = recording.endpoint(DEVICE);
    int nowhere = recording.endpoint("nohost.invalid:80", "nohost.invalid");
    recording.fail(1, a, device, FailureKind.REFUSED).fail(2, a, device, FailureKind.REFUSED);
    recording.fail(3, a, nowhere, FailureKind.UNRESOLVED).abandon(4, a, device);

    Report report = build();

    Site site = report.sites().get(0);
    assertThat(site.failed()).isEqualTo(2);
    assertThat(site.failures())
        .containsExactlyInAnyOrder(new Failures("refused", 2), new Failures("unresolved", 1));
    assertThat(site.abandoned()).isEqualTo(1);
    assertThat(site.connections()).isZero();
    assertThat(site.peakRate()).isNull();
    assertThat(site.lifetimeMillis()).isNull();
    assertThat(report.totals().failed()).isEqualTo(2);
    assertThat(report.totals().abandoned()).isEqualTo(1);
    assertThat(report.endpoints()).extracting("failed").containsExactly(2L, 0L);
    assertThat(report.portExhaustion()).isEqualTo(new Report.PortExhaustion(0, null, null));
  }

  @Test
  void shouldTellTheFirstConnectThatFoundNoPort() throws IOException {
    int a = recording.site("StepA");
    int b = recording.site("StepB");
    int device = recording.endpoint(DEVICE);
    recording.fail(9, a, device, FailureKind.EXHAUSTED).fail(5, b, device, FailureKind.EXHAUSTED);
    recording.describe(FailureKind.REFUSED, "Connection refused");
    recording.describe(FailureKind.EXHAUSTED, "Cannot assign requested address");

    Report.PortExhaustion exhaustion = build().portExhaustion();

    assertThat(exhaustion.errors()).isEqualTo(2);
    assertThat(exhaustion.first())
        .isEqualTo(
            new Report.FirstExhaustion(
                "2026-11-22T15:30:00.005Z",
                "com.acme.StepB.run(StepB.java:42)",
                DEVICE,
                "Cannot assign requested address"));
  }

  @Test
  void shouldNotCountUnknownConnectTimes() throws IOException {
    int a = recording.site("StepA");
    int device = recording.endpoint(DEVICE);
    recording.connect(0, a, device, -1);
    assertThat(build().sites().get(0).connectMicros()).isNull();

    recording.connect(1, a, device, 250);
    assertThat(build().sites().get(0).connectMicros().p50()).isCloseTo(250, within(2.5));
  }

  @Test
  void shouldNotKnowAMeanRateWithoutDuration() throws IOException {
    recording.connect(0, recording.site("StepA"), recording.endpoint(DEVICE)).endsAt(0);

    assertThat(build().sites().get(0).meanRatePerSecond()).isNull();
  }

  @Test
  void shouldUseTheRecordedPatternsUnlessOthersAreGiven() throws Exception {
    recording.app("okhttp3.**");
    int stack =
        recording.stack(library("okhttp3.Client", "call"), application("com.acme.A", "r", 1));
    recording.connect(0, stack, recording.endpoint(DEVICE));

    assertThat(build().sites().get(0).className()).isEqualTo("okhttp3.Client");
    Report other =
        ReportBuilder.buildFrom(
            List.of(recording), List.of(ClassPattern.parse("app", "com.acme.**")), List.of());
    assertThat(other.sites().get(0).className()).isEqualTo("com.acme.A");
  }

  @Test
  void shouldCarryLostEventsIntoDegraded() throws IOException {
    recording.degraded("no hook on X").degraded("no hook on X").endsAt(5, EndReason.SHUTDOWN, 7);

    Report.Run run = build().run();

    assertThat(run.lostEvents()).isEqualTo(7);
    assertThat(run.degraded()).hasSize(2).first().isEqualTo("no hook on X");
    assertThat(run.degraded().get(1)).startsWith("7 events were lost");
  }

  @Test
  void shouldCountEventsWhoseDefinitionsAreLostAndSaySo() throws IOException {
    recording.connect(0, 100, 100).close(1, 100, 100, 1, ClosedFirst.LOCAL);

    Report report = build();

    assertThat(report.totals().connections()).isEqualTo(1);
    assertThat(report.sites().get(0).describe()).isEqualTo("(unknown)");
    assertThat(report.run().degraded()).hasSize(2);
  }

  @Test
  void shouldNotCallAKilledRunDegraded() throws IOException {
    recording.endsAt(5, EndReason.NOT_SEEN, 0);

    assertThat(build().run().complete()).isFalse();
    assertThat(build().run().degraded()).isEmpty();
  }

  @Test
  void shouldAddUpRunsOfTheSameTime() throws IOException {
    TestRecording early = burst("early", 0);
    TestRecording late = burst("late", 950);

    Report report = ReportBuilder.buildFrom(List.of(late, early), List.of(), List.of());

    assertThat(report.sites()).hasSize(1);
    assertThat(report.totals().connections()).isEqualTo(20);
    // Bursts from 9.50 s to 9.59 s and from 10.45 s to 10.54 s: no second holds both whole.
    assertThat(report.totals().peakRate().perSecond()).isEqualTo(15);
    assertThat(report.totals().peakOpen()).isEqualTo(20);
    assertThat(report.totals().openAtEnd()).isEqualTo(20);
    assertThat(report.run().id()).isEqualTo("early + late");
    assertThat(report.run().mergedRuns()).isEqualTo(2);
    assertThat(report.run().pid()).isNull();
    assertThat(report.run().mainClass()).isEqualTo("com.acme.Main");
    assertThat(report.run().durationSeconds()).isEqualTo(20.95);
  }

  @Test
  void shouldNotAddUpRunsOneAfterTheOther() throws IOException {
    Report report =
        ReportBuilder.buildFrom(
            List.of(
                burst("one", 0),
                burst("two", 100_000),
                burst("three", 200_000),
                burst("four", 300_000)),
            List.of(),
            List.of());

    assertThat(report.totals().connections()).isEqualTo(40);
    assertThat(report.totals().peakRate().perSecond()).isEqualTo(10);
    assertThat(report.totals().peakOpen()).isEqualTo(10);
    assertThat(report.totals().openAtEnd()).isEqualTo(40);
    assertThat(report.run().id()).isEqualTo("4 runs");
  }

  @Test
  void shouldMergeManyEventsInOrderOfTime() throws IOException {
    List<TestRecording> runs =
        List.of(steady("one", 0), steady("two", 0.01), steady("three", 5), steady("four", 40));

    Report report = ReportBuilder.buildFrom(runs, List.of(), List.of());

    assertThat(report.totals().connections()).isEqualTo(20_000);
    assertThat(report.totals().peakRate().perSecond()).isEqualTo(3 * 200);
    assertThat(report.totals().openAtEnd()).isZero();
  }

  @Test
  void shouldSayWhichOfSeveralRunsIsDegradedOrIncomplete() throws IOException {
    TestRecording good = TestRecording.run("good", START);
    TestRecording bad = TestRecording.run("bad", START).degraded("no hook on X");
    bad.endsAt(1, EndReason.NOT_SEEN, 3);

    Report.Run run = ReportBuilder.buildFrom(List.of(good, bad), List.of(), List.of()).run();

    assertThat(run.complete()).isFalse();
    assertThat(run.lostEvents()).isEqualTo(3);
    assertThat(run.degraded()).hasSize(2).allMatch(line -> line.startsWith("bad: "));
  }

  @Test
  void shouldPassOnAFailureToReadOneOfSeveralRuns() {
    TestRecording good = TestRecording.run();
    RecordingSource broken =
        handler -> {
          good.read(handler);
          throw new IOException("the disk broke");
        };

    assertThatThrownBy(() -> ReportBuilder.buildFrom(List.of(good, broken), List.of(), List.of()))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk broke");
  }

  @Test
  void shouldRefuseARecordingWithoutARun() {
    RecordingSource empty = handler -> {};

    assertThatThrownBy(() -> ReportBuilder.buildFrom(List.of(handler -> {}), List.of(), List.of()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void shouldHaveNoRunWithoutJournals() throws IOException {
    Report report = ReportBuilder.build(List.of(), List.of(), List.of());

    assertThat(report.run()).isNull();
    assertThat(report.verdict()).isEqualTo("none");
  }

  private static TestRecording burst(String id, int startMillis) {
    TestRecording run = TestRecording.run(id, START.plusMillis(startMillis)).endsAt(20_000);
    int a = run.site("StepA");
    int device = run.endpoint(DEVICE);
    for (int i = 0; i < 10; i++) {
      run.connect(9_500 + i * 10, a, device);
    }
    return run;
  }

  /** 200 connections a second for 25 seconds, each closed 2 ms later. */
  private static TestRecording steady(String id, double startSecond) {
    long startMillis = Math.round(startSecond * 1_000);
    TestRecording run = TestRecording.run(id, START.plusMillis(startMillis)).endsAt(26_000);
    int a = run.site("StepA");
    int device = run.endpoint(DEVICE);
    for (int i = 0; i < 5_000; i++) {
      run.connect(i * 5, a, device).close(i * 5 + 2, a, device, 2, ClosedFirst.LOCAL);
    }
    return run;
  }

  private Report build() throws IOException {
    return ReportBuilder.buildFrom(List.of(recording), List.of(), List.of());
  }
}
