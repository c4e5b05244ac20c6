package dev.churnagent.analysis.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.churnagent.analysis.ports.PortProfile.Reuse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PortReplayTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long MILLI = 1_000_000L;
  private static final int SITE = 7;

  private final Destinations farAway = destinations(false, 1);
  private final Destinations loopback = destinations(true, 1);

  private static Destinations destinations(boolean loopback, int hops) {
    return new Destinations() {
      @Override
      public boolean isLoopback(int destination) {
        return loopback;
      }

      @Override
      public int hops(int destination) {
        return hops;
      }
    };
  }

  private static PortProfile pool(int ports, long seconds) {
    return new PortProfile("custom", ports, seconds * SECOND, false, Reuse.NEVER, 0);
  }

  private static PortProfile each(int ports, long seconds, Reuse reuse) {
    return new PortProfile("linux", ports, seconds * SECOND, true, reuse, 0);
  }

  private static void once(PortReplay replay, long at, int destination, int port) {
    replay.opened(at, destination, SITE, port, 1);
    replay.closed(at + MILLI, destination, SITE, port, true, 1);
  }

  @Test
  void shouldHoldAPortFromConnectToTheEndOfTimeWait() {
    PortReplay replay = new PortReplay(pool(100, 60), farAway, false);
    replay.opened(0, 0, SITE, 1, 1);
    replay.closed(10 * SECOND, 0, SITE, 1, true, 1);
    replay.opened(69 * SECOND, 0, SITE, 2, 1);
    replay.closed(70 * SECOND - 1, 0, SITE, 2, true, 1);
    replay.opened(70 * SECOND, 0, SITE, 3, 1);
    PortUse use = replay.result(71 * SECOND);

    assertThat(use.peakTimeWait()).isEqualTo(2);
    assertThat(use.peakTimeWaitAtNanos()).isEqualTo(70 * SECOND - 1);
    assertThat(use.peakPorts()).isEqualTo(2);
    assertThat(use.peakPortsAtNanos()).isEqualTo(69 * SECOND);
    assertThat(use.usePercent()).isEqualTo(2);
    assertThat(use.exhaustion()).isNull();
    assertThat(use.byDestination().timeWait(0)).isEqualTo(2);
    assertThat(use.byDestination().open(0)).isEqualTo(1);
  }

  @Test
  void shouldHoldNothingAfterACloseThatThePeerBegan() {
    PortReplay replay = new PortReplay(pool(100, 60), farAway, false);
    for (int i = 0; i < 10; i++) {
      replay.opened(i * SECOND, 0, SITE, i, 1);
      replay.closed(i * SECOND + 1, 0, SITE, i, false, 1);
    }
    PortUse use = replay.result(10 * SECOND);

    assertThat(use.peakTimeWait()).isZero();
    assertThat(use.peakTimeWaitAtNanos()).isEqualTo(-1);
    assertThat(use.peakPorts()).isEqualTo(1);
  }

  @Test
  void shouldTellTheFirstAttemptThatFindsNoPort() {
    PortReplay replay = new PortReplay(pool(3, 60), farAway, false);
    once(replay, 0, 0, 1);
    once(replay, SECOND, 1, 2);
    replay.opened(2 * SECOND, 0, 8, 3, 1);
    assertThat(replay.result(2 * SECOND).exhaustion()).isNull();
    assertThat(replay.result(2 * SECOND).usePercent()).isEqualTo(100);

    replay.opened(3 * SECOND, 1, 9, 4, 1);
    replay.opened(4 * SECOND, 0, 5, 5, 1);
    Exhaustion exhaustion = replay.result(5 * SECOND).exhaustion();

    assertThat(exhaustion.atNanos()).isEqualTo(3 * SECOND);
    assertThat(exhaustion.site()).isEqualTo(9);
    assertThat(exhaustion.destination()).isEqualTo(1);
    assertThat(exhaustion.holders())
        .containsExactlyInAnyOrder(
            new PortHolder(SITE, 0, 0, 1),
            new PortHolder(SITE, 1, 0, 1),
            new PortHolder(8, 0, 1, 0));
  }

  @Test
  void shouldTakeAFailedAttemptForOneThatWantedAPort() {
    PortReplay replay = new PortReplay(pool(1, 60), farAway, false);
    once(replay, 0, 0, 1);
    replay.foundNoPort(SECOND, 0, 9, 1);
    assertThat(replay.result(SECOND).exhaustion().site()).isEqualTo(9);
    assertThat(replay.result(SECOND).peakPorts()).isEqualTo(1);

    PortReplay later = new PortReplay(pool(1, 60), farAway, false);
    once(later, 0, 0, 1);
    later.foundNoPort(60 * SECOND + MILLI, 0, 9, 1);
    assertThat(later.result(61 * SECOND).exhaustion()).isNull();
  }

  @Test
  void shouldGiveEachDestinationARangeOfItsOwnWhereTheSystemDoes() {
    PortReplay own = new PortReplay(each(2, 60, Reuse.NEVER), farAway, false);
    PortReplay shared = new PortReplay(pool(2, 60), farAway, false);
    for (int i = 0; i < 4; i++) {
      once(own, i * SECOND, i % 2, i);
      once(shared, i * SECOND, i % 2, i);
    }
    assertThat(own.result(4 * SECOND).exhaustion()).isNull();
    assertThat(own.result(4 * SECOND).usePercent()).isEqualTo(100);
    assertThat(own.result(4 * SECOND).peakPorts()).isEqualTo(4);
    assertThat(shared.result(4 * SECOND).exhaustion().atNanos()).isEqualTo(2 * SECOND);
  }

  @Test
  void shouldTakeAPortOnEachHop() {
    PortReplay found = new PortReplay(pool(10, 60), destinations(false, 3), false);
    PortReplay stated = new PortReplay(pool(10, 60).withHops(2), destinations(false, 3), false);
    once(found, 0, 0, 1);
    once(stated, 0, 0, 1);

    assertThat(found.result(1).peakTimeWait()).isEqualTo(3);
    assertThat(found.result(1).hops()).isEqualTo(3);
    assertThat(found.result(1).usePercent()).isEqualTo(30);
    assertThat(stated.result(1).peakPorts()).isEqualTo(2);
    assertThat(stated.result(1).hops()).isEqualTo(2);
  }

  @Test
  void shouldLetGoOfAPortThatTheSystemGaveOutAgain() {
    PortReplay replay = new PortReplay(each(100, 60, Reuse.LOOPBACK), loopback, true);
    once(replay, 0, 0, 4_000);
    once(replay, SECOND, 0, 4_002);
    once(replay, 5 * SECOND, 0, 4_000);
    PortUse use = replay.result(6 * SECOND);

    assertThat(use.peakTimeWait()).isEqualTo(2);
    // Only the last may not be taken over yet; before, two were young or open.
    assertThat(use.usePercent()).isEqualTo(2);
    // The first entry ends when the port's second TIME_WAIT does.
    replay.opened(64 * SECOND, 0, SITE, 4_004, 1);
    assertThat(replay.holdersAt(64 * SECOND)).containsExactly(new PortHolder(SITE, 0, 1, 1));
  }

  @Test
  void shouldNotCallARangeFullWhosePortsMayBeTakenOver() {
    PortReplay reused = new PortReplay(each(10, 60, Reuse.LOOPBACK), loopback, true);
    PortReplay far = new PortReplay(each(10, 60, Reuse.LOOPBACK), farAway, true);
    PortReplay everywhere = new PortReplay(each(10, 60, Reuse.EVERYWHERE), farAway, true);
    for (int i = 0; i < 11; i++) {
      once(reused, i * SECOND / 2, 0, 1 + i % 10);
      once(far, i * SECOND / 2, 0, 1 + i);
      once(everywhere, i * SECOND / 2, 0, 1 + i % 10);
    }
    assertThat(reused.result(6 * SECOND).exhaustion()).isNull();
    assertThat(reused.result(6 * SECOND).peakTimeWait()).isEqualTo(10);
    assertThat(everywhere.result(6 * SECOND).exhaustion()).isNull();
    assertThat(far.result(6 * SECOND).exhaustion().atNanos()).isEqualTo(5 * SECOND);
  }

  @Test
  void shouldRoundTheEndOfTimeWaitUpAsLinuxDoes() {
    PortReplay replay = new PortReplay(each(28_232, 60, Reuse.NEVER), farAway, true);
    for (int i = 0; i < 10_000; i++) {
      once(replay, i * SECOND / 100, 0, i + 1);
    }
    // 100 a second stay for 60 s and for up to 2.048 s more.
    assertThat(replay.result(100 * SECOND).peakTimeWait()).isBetween(6_190L, 6_205L);

    PortReplay windows = new PortReplay(pool(16_384, 60), farAway, false);
    for (int i = 0; i < 10_000; i++) {
      once(windows, i * SECOND / 100, 0, i + 1);
    }
    assertThat(windows.result(100 * SECOND).peakTimeWait()).isEqualTo(6_000);
  }

  /** Against Linux's own search for a port, played by a seeded generator. */
  @Test
  void shouldExpectAsManyPortsToBeTakenOverAsLinuxTakes() {
    int ports = 28_232;
    PortReplay replay = new PortReplay(each(ports, 60, Reuse.LOOPBACK), loopback, false);
    SplittableRandom random = new SplittableRandom(4);
    long[] since = new long[ports];
    java.util.Arrays.fill(since, Long.MIN_VALUE);
    Deque<long[]> held = new ArrayDeque<>();
    int inTimeWait = 0;
    int peak = 0;
    int offset = 0;
    for (int i = 0; i < 40_000; i++) {
      long now = i * 2 * MILLI;
      while (!held.isEmpty() && held.peek()[0] <= now - 60 * SECOND) {
        long[] oldest = held.poll();
        if (since[(int) oldest[1]] == oldest[0]) {
          since[(int) oldest[1]] = Long.MIN_VALUE;
          inTimeWait--;
        }
      }
      int step = 0;
      while (since[(offset + step) % ports] > now - SECOND) {
        step += 2;
      }
      int port = (offset + step) % ports;
      inTimeWait += since[port] == Long.MIN_VALUE ? 1 : 0;
      since[port] = now;
      held.add(new long[] {now, port});
      peak = Math.max(peak, inTimeWait);
      offset = (offset + Math.max(step, 2 * random.nextInt(8)) + 2) % ports;
      replay.opened(now, 0, SITE, 0, 1);
      replay.closed(now, 0, SITE, 0, true, 1);
    }
    assertThat(replay.result(80 * SECOND).peakTimeWait())
        .isCloseTo(peak, within((long) (0.02 * peak)));
  }

  @Test
  void shouldSayWhichRateAndHowManyCopiesCanGoOn() {
    PortReplay replay = new PortReplay(pool(1_200, 120), farAway, false);
    for (int i = 0; i < 100; i++) {
      replay.opened(i * SECOND, 0, SITE, i, 1);
      replay.closed((i + 1) * SECOND, 0, SITE, i, i % 2 == 0, 1);
    }
    PortUse use = replay.result(101 * SECOND);
    // Each holds its port for 1 s, and every other one for 120 s more.
    assertThat(use.sustainableRatePerSecond()).isCloseTo(1_200 / 61.0, within(1e-6));
    assertThat(use.peakPorts()).isEqualTo(51);
    assertThat(use.sustainableCopies()).isEqualTo(23);

    PortReplay nothing = new PortReplay(pool(10, 60), farAway, false);
    assertThat(nothing.result(0).sustainableRatePerSecond()).isNull();
    assertThat(nothing.result(0).sustainableCopies()).isNull();
    assertThat(nothing.result(0).usePercent()).isZero();
  }

  @Test
  void shouldWeighConnections() {
    PortReplay replay = new PortReplay(pool(10, 60), farAway, false);
    replay.opened(0, 0, SITE, 0, 4);
    replay.closed(1, 0, SITE, 0, true, 4);
    replay.opened(2, 0, SITE, 0, 4);
    replay.closed(3, 0, SITE, 0, true, 4);
    replay.opened(4, 0, SITE, 0, 4);
    assertThat(replay.result(5).peakTimeWait()).isEqualTo(8);
    assertThat(replay.result(5).exhaustion().atNanos()).isEqualTo(4);
    assertThat(replay.result(5).sustainableCopies()).isZero();
    assertThat(replay.result(5, 4).sustainableCopies()).isEqualTo(3);
  }

  @Test
  void shouldSurviveACloseWhoseConnectWasLost() {
    PortReplay replay = new PortReplay(pool(10, 60), farAway, false);
    replay.closed(1, 0, SITE, 5, true, 1);
    replay.opened(2, 0, SITE, 6, 1);
    assertThat(replay.result(3).peakPorts()).isEqualTo(2);
  }
}
