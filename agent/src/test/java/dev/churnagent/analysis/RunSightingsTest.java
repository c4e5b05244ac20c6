package dev.churnagent.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.churnagent.model.ClosedFirst;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TIME_WAIT sockets of the system's table find the call sites that had opened them. */
class RunSightingsTest {
  private static final String ADDRESS = "10.0.0.1:80";
  private static final int[] NONE = {};
  private static final long MINUTE = 60_000;

  private TestRecording run;
  private int first;
  private int second;
  private int endpoint;

  @BeforeEach
  void defineSites() {
    run = TestRecording.run();
    first = run.site("First");
    second = run.site("Second");
    endpoint = run.endpoint(ADDRESS);
  }

  private TestRecording used(int port, double atMillis, int site) {
    return used(port, atMillis, site, ClosedFirst.LOCAL);
  }

  private TestRecording used(int port, double atMillis, int site, ClosedFirst closedFirst) {
    return run.connectFrom(port, atMillis, site, endpoint)
        .closeFrom(port, atMillis + 1, site, endpoint, closedFirst);
  }

  private static int[] ports(int... ports) {
    return ports;
  }

  @Test
  void shouldGiveSocketsToTheSitesThatOpenedThem() throws IOException {
    used(5001, 10, first);
    used(5002, 20, second);
    used(5003, 30, second);
    run.timeWait(1000, endpoint, ports(5001, 5002, 5003)).tableRead(1000);

    ObservedTimeWait observed = observed(run);

    assertThat(observed.peak()).isEqualTo(3);
    assertThat(millis(observed)).isEqualTo(1000);
    assertThat(observed.looks()).isEqualTo(1);
    assertThat(observed.unexplained()).isEmpty();
    assertThat(observed.byEndpoint())
        .containsExactly(new ObservedTimeWait.AddressCount(ADDRESS, 3));
    assertThat(sites(observed, run)).isEqualTo(Map.of("First", 1L, "Second", 2L));
  }

  @Test
  void shouldMatchByAddressWhateverNameWasAskedFor() throws IOException {
    int named = run.endpoint(ADDRESS, "device");
    run.connectFrom(5001, 10, first, named)
        .closeFrom(5001, 11, first, named, ClosedFirst.LOCAL)
        .timeWait(1000, endpoint, ports(5001))
        .tableRead(1000);

    assertThat(observed(run).peak()).isEqualTo(1);
    assertThat(observed(run).unexplained()).isEmpty();
  }

  @Test
  void shouldTellWhatIsNotOfTheRunAsUnexplained() throws IOException {
    used(5001, 10, first);
    used(5004, 10, first, ClosedFirst.PEER);
    used(5005, 10, first, ClosedFirst.RESET);
    run.timeWait(1000, endpoint, ports(5001, 5002, 5003, 5004, 5005))
        .tableRead(1000, Map.of("10.0.0.2:90", 7))
        .timeWait(2000, endpoint, NONE, 5002, 5003)
        .tableRead(2000, Map.of("10.0.0.2:90", 5));

    ObservedTimeWait observed = observed(run);

    assertThat(observed.peak()).isEqualTo(1);
    assertThat(observed.unexplained())
        .extracting(ObservedTimeWait.AddressCount::address, ObservedTimeWait.AddressCount::count)
        .containsExactly(tuple("10.0.0.2:90", 7L), tuple(ADDRESS, 4L));
  }

  @Test
  void shouldKeepThePeakOfAllLooksWithWhatItHeld() throws IOException {
    used(5001, 10, first);
    used(5002, 10, first);
    run.timeWait(1000, endpoint, ports(5001, 5002)).tableRead(1000);
    used(5003, 1500, second);
    run.timeWait(2000, endpoint, ports(5003), 5001, 5002).tableRead(2000);

    ObservedTimeWait observed = observed(run);

    assertThat(observed.peak()).isEqualTo(2);
    assertThat(millis(observed)).isEqualTo(1000);
    assertThat(sites(observed, run)).isEqualTo(Map.of("First", 2L));
    assertThat(observed.looks()).isEqualTo(2);
  }

  /** The table looks the same at both looks, so the sampler tells no change. */
  @Test
  void shouldGiveAPortThatWasTakenOverBetweenLooksToItsNewSite() throws IOException {
    used(5001, 10, first);
    run.timeWait(1000, endpoint, ports(5001)).tableRead(1000);
    used(5001, 1500, second);
    used(5002, 1500, second);
    run.timeWait(2000, endpoint, ports(5002)).tableRead(2000);

    assertThat(observed(run).peak()).isEqualTo(2);
    assertThat(sites(observed(run), run)).isEqualTo(Map.of("Second", 2L));
  }

  @Test
  void shouldNotGiveAPortToASiteThatTookItAfterTheLook() throws IOException {
    used(5001, 10, first);
    run.timeWait(1000, endpoint, ports(5001)).tableRead(1000);
    used(5002, 1100, first);
    run.connectFrom(5001, 2001, second, endpoint)
        .timeWait(2000, endpoint, ports(5002))
        .tableRead(2000)
        .timeWait(3000, endpoint, NONE, 5001)
        .tableRead(3000);

    assertThat(sites(observed(run), run)).isEqualTo(Map.of("First", 2L));
  }

  @Test
  void shouldCountASocketThatGoesAndComesAgainOnce() throws IOException {
    used(5001, 10, first);
    run.timeWait(1000, endpoint, ports(5001)).tableRead(1000);
    run.connectFrom(5001, 1500, first, endpoint)
        .timeWait(2000, endpoint, NONE, 5001)
        .tableRead(2000)
        .closeFrom(5001, 2500, first, endpoint, ClosedFirst.LOCAL)
        .timeWait(3000, endpoint, ports(5001))
        .tableRead(3000);

    assertThat(observed(run).peak()).isEqualTo(1);
    assertThat(observed(run).unexplained()).isEmpty();
  }

  /** After our TIME_WAIT is over, another process may have the port. */
  @Test
  void shouldNotClaimAPortAgainThatItNoLongerUsed() throws IOException {
    used(5001, 10, first);
    run.timeWait(1000, endpoint, ports(5001))
        .tableRead(1000)
        .timeWait(2000, endpoint, NONE, 5001)
        .tableRead(2000)
        .timeWait(3000, endpoint, ports(5001))
        .tableRead(3000);

    assertThat(observed(run).unexplained())
        .containsExactly(new ObservedTimeWait.AddressCount(ADDRESS, 1));
    assertThat(millis(observed(run))).isEqualTo(1000);
  }

  @Test
  void shouldForgetPortsFiveMinutesAfterTheirCloseOnly() throws IOException {
    used(5001, 0, first);
    used(5002, MINUTE, first);
    run.connectFrom(5003, 0, second, endpoint);
    run.timeWait(5 * MINUTE + 2, endpoint, ports(5001, 5002, 5003)).tableRead(5 * MINUTE + 2);

    assertThat(observed(run).peak()).isEqualTo(2);
    assertThat(observed(run).unexplained())
        .containsExactly(new ObservedTimeWait.AddressCount(ADDRESS, 1));
  }

  @Test
  void shouldAddUpRunsThatLookAtTheSameTimeAndStartFromNoneAfterTheirEnd() throws IOException {
    TestRecording early = looking("early", 0, 5001, 5002);
    TestRecording meanwhile = looking("meanwhile", 500, 6001, 6002, 6003);
    TestRecording late = looking("late", 20_000, 7001, 7002, 7003, 7004);

    ObservedTimeWait observed = observed(early, meanwhile, late);

    assertThat(observed.peak()).isEqualTo(5);
    assertThat(millis(observed)).isEqualTo(1500);
    assertThat(observed(early, late).peak()).isEqualTo(4);
  }

  private static TestRecording looking(String id, long startMillis, int... ports) {
    TestRecording run = TestRecording.run(id, TestRecording.START.plusMillis(startMillis));
    int site = run.site("Shared");
    int endpoint = run.endpoint(ADDRESS);
    for (int port : ports) {
      run.connectFrom(port, 10, site, endpoint)
          .closeFrom(port, 20, site, endpoint, ClosedFirst.LOCAL);
    }
    return run.timeWait(1000, endpoint, ports).tableRead(1000).endsAt(5000);
  }

  @Test
  void shouldTellNothingWhereTheTableWasNeverRead() throws IOException {
    used(5001, 10, first);

    assertThat(observed(run)).isNull();
  }

  @Test
  void shouldRememberNoMorePortsThanWereUsedOfLate() {
    PortUses uses = new PortUses();
    for (int i = 0; i < 1_000_000; i++) {
      long key = PortUses.key(i / 20_000, i % 20_000 + 1);
      uses.opened(i * 1_000_000_000L, key, 0, 0);
      uses.closed(i * 1_000_000_000L, key);
    }
    assertThat(uses.size()).isLessThan(2000);
  }

  @Test
  void shouldFindEachOfManyPorts() throws IOException {
    int[] all = IntStream.rangeClosed(1, 65_535).toArray();
    for (int port : all) {
      used(port, port / 100.0, port % 2 == 0 ? first : second);
    }
    run.timeWait(1000, endpoint, all).tableRead(1000);

    assertThat(observed(run).peak()).isEqualTo(65_535);
    assertThat(sites(observed(run), run)).isEqualTo(Map.of("First", 32_767L, "Second", 32_768L));
  }

  private static Findings findings(TestRecording... runs) throws IOException {
    return RecordingAnalysis.analyse(List.of(runs), List.of(), List.of(), PortPlan.DEFAULT);
  }

  private static ObservedTimeWait observed(TestRecording... runs) throws IOException {
    return findings(runs).ports().observed();
  }

  private static long millis(ObservedTimeWait observed) {
    return observed.atNanos() / 1_000_000 - TestRecording.START.toEpochMilli();
  }

  private static Map<String, Long> sites(ObservedTimeWait observed, TestRecording run)
      throws IOException {
    Map<Integer, String> names = new HashMap<>();
    for (Findings.SiteFindings site : findings(run).sites()) {
      String name = site.site().describe();
      names.put(site.id(), name.contains("First") ? "First" : "Second");
    }
    Map<String, Long> counts = new HashMap<>();
    for (ObservedTimeWait.SiteCount count : observed.bySite()) {
      counts.put(names.get(count.site()), count.count());
    }
    return counts;
  }
}
