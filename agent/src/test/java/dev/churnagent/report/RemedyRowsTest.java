package dev.churnagent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.churnagent.analysis.Findings;
import dev.churnagent.analysis.PortPlan;
import dev.churnagent.analysis.PortPlan.Question;
import dev.churnagent.analysis.RecordingAnalysis;
import dev.churnagent.analysis.RecordingSource;
import dev.churnagent.analysis.TestRecording;
import dev.churnagent.analysis.ports.PortProfile;
import dev.churnagent.analysis.ports.PortUse;
import dev.churnagent.config.Ignore;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.report.Report.Remedy;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemedyRowsTest {
  /** 300 s of the incident: 2,400 fetches, of which 1,920 are avoidable. */
  private static final int FLOWS = 480;

  @Test
  void shouldCureTheFoundingIncident() throws IOException {
    PortProfile windows = PortProfile.windows();
    PortProfile cure = windows.withHops(1).withPorts(2 * windows.ports());
    PortPlan plan =
        new PortPlan(
            List.of(),
            0,
            List.of(
                new Question(null, windows.withHops(0), -1, 1, 8),
                new Question(null, windows.withHops(0), -1, 1, 9),
                new Question(null, cure, -1, 1, 1)));
    Findings found =
        RecordingAnalysis.analyse(
            List.of(new FlowRecording(FLOWS).hops(2)), List.of(), List.of(), plan);

    PortUse before = found.ports().profiles().get(1);
    assertThat(before.profile().os()).isEqualTo("windows");
    assertThat(before.hops()).isEqualTo(2);
    assertThat(before.peakTimeWait()).as("2 x 8/s x 120 s").isEqualTo(1_920);
    assertThat(before.sustainableCopies()).isEqualTo(8);
    PortUse eight = found.ports().asked().get(0);
    assertThat(eight.peakTimeWait()).as("8 containers").isEqualTo(15_360);
    assertThat(eight.usePercent()).isBetween(93.0, 100.0);
    assertThat(eight.exhaustion()).isNull();
    assertThat(found.ports().asked().get(1).exhaustion()).as("one more").isNotNull();

    PortUse cured = found.ports().asked().get(2);
    assertThat(before.usePercent() / cured.usePercent()).isCloseTo(4, within(0.01));
    assertThat(cured.sustainableCopies()).isEqualTo(34);
    PortUse cached = found.ports().withoutAvoidable().get(1);
    double all = cached.directUsePercent() * windows.ports() / cure.ports();
    assertThat(cured.usePercent() / all).as("fetched once").isCloseTo(5, within(0.05));
  }

  @Test
  void shouldTellEachRemedyWithWhatItLeaves() throws IOException {
    List<Remedy> remedies = report(new FlowRecording(FLOWS).hops(2)).remedies();

    assertThat(remedies)
        .extracting(Remedy::kind)
        .containsExactly("reuse", "cache", "skip-hop", "widen-ports", "all");
    assertThat(remedies).extracting(Remedy::connectionsBefore).containsOnly(2_400L);
    assertThat(remedies)
        .extracting(Remedy::connectionsAfter)
        .containsExactly(1L, 480L, 2_400L, 2_400L, 1L);
    assertThat(remedies).extracting(Remedy::timeWaitPeakBefore).containsOnly(1_920L);
    assertThat(remedies)
        .extracting(Remedy::timeWaitPeakAfter)
        .containsExactly(2L, 384L, 960L, 1_920L, 1L);
    assertThat(remedies).extracting(Remedy::os).containsOnly("windows");
    assertThat(remedies).extracting(Remedy::hops).containsOnly(2);
    double before = remedies.get(0).portUsePercentBefore();
    assertThat(before).isCloseTo(11.73, within(0.01));
    assertThat(remedies.get(1).portUsePercentAfter()).isCloseTo(before / 5, within(0.02));
    assertThat(remedies.get(2).portUsePercentAfter()).isCloseTo(before / 2, within(1e-9));
    assertThat(remedies.get(3).portUsePercentAfter())
        .isCloseTo(before * 16_384 / 55_535, within(1e-9));
    assertThat(remedies.get(4).portUsePercentAfter()).isCloseTo(100.0 / 55_535, within(1e-9));
  }

  @Test
  void shouldSayHowEachIsDone() throws IOException {
    List<Remedy> remedies = report(new FlowRecording(FLOWS).hops(2)).remedies();

    assertThat(remedies)
        .extracting(Remedy::target)
        .containsExactly(
            FlowRecording.PROXY,
            "com.acme.DeviceFlow#run",
            FlowRecording.PROXY,
            "windows",
            "reuse, skip-hop, widen-ports");
    assertThat(remedies)
        .extracting(Remedy::how)
        .containsExactly(
            "Keep connections and use them again, in a pool of 1 for 172.17.0.1:23333; most are"
                + " opened at com.acme.Device.getNecessaryData(Device.java:99).",
            "Fetch once in com.acme.DeviceFlow#run and pass it on: 1,920 of 2,400 calls of"
                + " com.acme.Device#getNecessaryData and 1,920 connections are needless.",
            "Connect straight to what stands behind 172.17.0.1:23333: each connection to there"
                + " makes 1 more on the same machine, which holds a port just as long.",
            "netsh int ipv4 set dynamicport tcp start=10000 num=55535 (and once more with ipv6):"
                + " 55,535 ports instead of 16,384. That only puts it off.",
            "reuse, skip-hop and widen-ports together: 6,515 times the room.");
  }

  @Test
  void shouldCombineFetchingOnceWithTheOthersWhereNothingCanBeReused() throws IOException {
    Report report = report(new FlowRecording(60).toManyPeers().hops(2));

    List<Remedy> remedies = report.remedies();
    assertThat(remedies)
        .extracting(Remedy::kind)
        .containsExactly("cache", "skip-hop", "widen-ports", "all");
    assertThat(remedies.get(0).connectionsAfter()).isEqualTo(60);
    assertThat(remedies.get(0).timeWaitPeakAfter()).isEqualTo(120);
    Remedy all = remedies.get(3);
    assertThat(all.connectionsAfter()).isEqualTo(60);
    assertThat(all.timeWaitPeakAfter()).isEqualTo(60);
    double room = all.portUsePercentBefore() / all.portUsePercentAfter();
    assertThat(room).as("5 x 2 x 55535/16384").isCloseTo(33.9, within(0.1));
    assertThat(all.how())
        .isEqualTo("cache, skip-hop and widen-ports together: 33.9 times the room.");
    assertThat(report.chains().get(0).avoidableTimeWait()).isEqualTo(240);
  }

  @Test
  void shouldNotSpareWhatTheUserAccepts() throws Exception {
    Ignore ignore = FetchRowsTest.ignore("com.acme.**", null, "so");
    Report report = report(new FlowRecording(FLOWS), ignore);

    assertThat(report.remedies())
        .extracting(Remedy::kind)
        .containsExactly("reuse", "widen-ports", "all");
    assertThat(report.chains().get(0).avoidableTimeWait()).isEqualTo(1_920);
  }

  @Test
  void shouldSpareOnlyOneOfTwoChainsIfTheOtherIsAccepted() throws Exception {
    FlowRecording both = new FlowRecording(FLOWS).fetchingAnotherToo();
    Ignore ignore = FetchRowsTest.ignore("com.acme.**", null, "so");

    assertThat(remedy(report(both), "cache").timeWaitPeakAfter()).isEqualTo(2 * 192);
    assertThat(remedy(report(both), "cache").connectionsAfter()).isEqualTo(2 * 480);
    assertThat(remedy(report(both), "cache").how()).endsWith("; likewise in 1 more chain.");
    Remedy one = remedy(report(both, ignore), "cache");
    assertThat(one.timeWaitPeakAfter()).isEqualTo(960 + 192);
    assertThat(one.connectionsAfter()).isEqualTo(2_400 + 480);
    assertThat(one.how()).contains("10.9.9.9").doesNotContain("likewise");
  }

  @Test
  void shouldAddUpTheChainsOfOneTarget() throws IOException {
    Remedy cache = remedy(report(new FlowRecording(FLOWS).fromTwoRoots()), "cache");

    assertThat(cache.target())
        .isIn(
            "com.acme.DeviceFlow#run, com.acme.OtherFlow#run",
            "com.acme.OtherFlow#run, com.acme.DeviceFlow#run");
    assertThat(cache.timeWaitPeakAfter()).isEqualTo(192);
  }

  @Test
  void shouldLeaveConnectionsOfOthersInPlace() throws IOException {
    Report method = report(new FlowRecording(FLOWS).besideAnother());
    assertThat(remedy(method, "cache").timeWaitPeakAfter()).isEqualTo(192);
    assertThat(remedy(method, "cache").connectionsAfter()).isEqualTo(4_800 - 1_920);
    assertThat(remedy(method, "reuse").how()).contains("a pool of 1 for 10.9.9.9:80, 1 for 172.");

    String byName = "GET http://host.docker.internal:23333/data";
    assertThat(cached(byName, "host.docker.internal")).as("by name").isEqualTo(192);
    String byAddress = "GET http://172.17.0.1:23333/data";
    assertThat(cached(byAddress, null)).as("by address").isEqualTo(192);
    String byAlias = "GET http://alias:23333/data";
    assertThat(cached(byAlias, null)).as("by port").isEqualTo(192);
  }

  private static long cached(String target, String host) throws IOException {
    FlowRecording flow = new FlowRecording(FLOWS).fetching(target, host);
    boolean isByPort = target.contains("alias");
    Report report = report(isByPort ? flow.besideAnother() : flow.besideAnotherOfTheSamePort());
    assertThat(report.chains().get(0).avoidableTimeWait()).isEqualTo(1_920);
    return remedy(report, "cache").timeWaitPeakAfter();
  }

  @Test
  void shouldFindTheConnectionsThatAnotherThreadOpensForAWatchedMethod() throws IOException {
    Report report = report(new FlowRecording(FLOWS).connectingElsewhere());

    assertThat(remedy(report, "cache").timeWaitPeakAfter()).isEqualTo(192);
    assertThat(report.chains().get(0).avoidableTimeWait()).isEqualTo(1_920);
  }

  @Test
  void shouldTellWhichAvoidableConnectionsEndedInTimeWait() throws IOException {
    assertThat(avoidableTimeWait(ClosedFirst.LOCAL, ClosedFirst.RESET)).isEqualTo(960);
    assertThat(avoidableTimeWait(ClosedFirst.PEER)).isZero();
    assertThat(avoidableTimeWait(ClosedFirst.LOCAL, ClosedFirst.UNKNOWN)).isNull();
  }

  private static Long avoidableTimeWait(ClosedFirst... ends) throws IOException {
    return report(new FlowRecording(FLOWS).ending(ends)).chains().get(0).avoidableTimeWait();
  }

  @Test
  void shouldHaveNothingToCureInAHealthyRun() throws IOException {
    assertThat(report(oneByOne(163)).remedies()).as("0.99 %").isEmpty();
    assertThat(report(TestRecording.run()).remedies()).isEmpty();

    assertThat(report(oneByOne(164)).remedies())
        .extracting(Remedy::kind)
        .containsExactly("reuse", "widen-ports", "all");
  }

  @Test
  void shouldTellOfAChainHoweverFewPortsItTakes() throws IOException {
    assertThat(report(new FlowRecording(1).hops(2)).remedies())
        .extracting(Remedy::kind)
        .containsExactly("cache", "reuse");
  }

  @Test
  void shouldNotAdviseAPoolWhereEveryConnectionIsNeededAtOnce() throws IOException {
    TestRecording recording = TestRecording.run();
    int site = recording.site("StepA");
    int device = recording.endpoint(TestRecording.DEVICE);
    for (int i = 0; i < 200; i++) {
      recording.connect(i, site, device);
    }

    assertThat(report(recording).remedies())
        .extracting(Remedy::kind)
        .containsExactly("widen-ports");
  }

  @Test
  void shouldAssumeThatWhoClosesFirstStaysAsItWas() throws IOException {
    TestRecording recording = oneByOne(100);
    int site = recording.site("StepB");
    int other = recording.endpoint("10.0.0.1:80");
    for (int i = 0; i < 99; i++) {
      recording.connect(i, site, other);
    }
    for (int i = 0; i < 99; i++) {
      recording.close(300, site, other, 100, ClosedFirst.PEER);
    }
    recording.connect(400, site, other).close(401, site, other, 1, ClosedFirst.PEER);

    Remedy reuse = remedy(report(recording), "reuse");
    assertThat(reuse.connectionsBefore()).isEqualTo(200);
    assertThat(reuse.connectionsAfter()).isEqualTo(100);
    assertThat(reuse.timeWaitPeakBefore()).isEqualTo(100);
    assertThat(reuse.timeWaitPeakAfter()).isEqualTo(1);
  }

  @Test
  void shouldNeverLeaveMorePortsTakenThanThereWere() throws IOException {
    TestRecording recording = oneByOne(164);
    int site = recording.site("Crawler");
    for (int i = 0; i < 400; i++) {
      int page = recording.endpoint("10.0." + i / 250 + "." + i % 250 + ":80");
      recording.connect(i, site, page).close(i + 0.1, site, page, 0.1, ClosedFirst.RESET);
      recording.connect(i + 0.2, site, page).close(i + 0.3, site, page, 0.1, ClosedFirst.RESET);
    }

    Remedy reuse = remedy(report(recording), "reuse");
    assertThat(reuse.connectionsAfter()).isEqualTo(401);
    assertThat(reuse.portUsePercentAfter()).isEqualTo(reuse.portUsePercentBefore());
    assertThat(reuse.how()).contains("for 10.0.0.0:80", " and 398 more;");
  }

  private static TestRecording oneByOne(int connections) {
    TestRecording recording = TestRecording.run();
    int site = recording.site("StepA");
    int device = recording.endpoint(TestRecording.DEVICE);
    for (int i = 0; i < connections; i++) {
      recording.connect(i, site, device).close(i + 0.5, site, device, 0.5, ClosedFirst.LOCAL);
    }
    return recording;
  }

  private static Remedy remedy(Report report, String kind) {
    for (Remedy remedy : report.remedies()) {
      if (remedy.kind().equals(kind)) {
        return remedy;
      }
    }
    throw new AssertionError(kind + " is not in " + report.remedies());
  }

  static Report report(RecordingSource recording, Ignore... ignores) throws IOException {
    Findings found =
        RecordingAnalysis.analyse(
            List.of(recording), List.of(), List.of(), PortPlan.DEFAULT, List.of(ignores));
    return ReportBuilder.of(found, List.of(), List.of(ignores));
  }
}
