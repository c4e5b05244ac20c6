package dev.churnagent.analysis.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.ports.PortProfile.Reuse;
import dev.churnagent.analysis.timeline.TimeAxis;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PortTimelineTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int SITE = 7;

  /** The first is the machine itself, over one more hop than the other. */
  private final Destinations destinations =
      new Destinations() {
        @Override
        public boolean isLoopback(int destination) {
          return destination == 0;
        }

        @Override
        public int hops(int destination) {
          return 2 - destination;
        }
      };

  @Test
  void shouldShowTimeWaitFallWhileNothingHappens() {
    PortReplay replay = new PortReplay(pool(Reuse.NEVER, 10), destinations, false);
    PortTimeline timeline = new PortTimeline(replay, new TimeAxis(0, 5 * SECOND, 6));
    for (int i = 0; i < 4; i++) {
      once(timeline, replay, i * SECOND, 1);
    }
    // Each holds a port for 10 s: three are left at 10 s, none from 13 s on.
    assertThat(timeline.result().timeWait()).containsExactly(4, 4, 3, 0, 0, 0);
    assertThat(replay.result(30 * SECOND).peakTimeWait()).isEqualTo(4);
  }

  @Test
  void shouldStartAStepWithWhatIsHeldAtItsBegin() {
    PortReplay replay = new PortReplay(pool(Reuse.NEVER, 10), destinations, false);
    PortTimeline timeline = new PortTimeline(replay, new TimeAxis(0, 2 * SECOND, 8));
    for (int i = 0; i < 4; i++) {
      once(timeline, replay, i * SECOND + 1, 1);
    }
    // The first is gone a nanosecond after 10 s, so the sixth step still begins with four.
    assertThat(timeline.result().timeWait()).containsExactly(2, 4, 4, 4, 4, 4, 2, 0);
    assertThat(timeline.result().ports()).containsExactly(2, 4, 4, 4, 4, 4, 2, 0);
  }

  @Test
  void shouldLetGoOfWhatEndsInTheMomentAStepBegins() {
    PortReplay replay = new PortReplay(pool(Reuse.NEVER, 10), destinations, false);
    PortTimeline timeline = new PortTimeline(replay, new TimeAxis(0, 10 * SECOND, 2));
    once(timeline, replay, 0, 1);

    assertThat(timeline.result().timeWait()).containsExactly(1, 0);
  }

  @Test
  void shouldCountWhatHappensInTheMomentAStepBeginsInThatStep() {
    PortReplay replay = new PortReplay(pool(Reuse.NEVER, 10), destinations, false);
    PortTimeline timeline = new PortTimeline(replay, new TimeAxis(0, SECOND, 3));
    once(timeline, replay, SECOND, 1);

    assertThat(timeline.result().timeWait()).containsExactly(0, 1, 1);
  }

  @Test
  void shouldCountLateEventsInTheLastStep() {
    PortReplay replay = new PortReplay(pool(Reuse.NEVER, 10), destinations, false);
    PortTimeline timeline = new PortTimeline(replay, new TimeAxis(0, SECOND, 2));
    once(timeline, replay, 3 * SECOND, 1);

    assertThat(timeline.result().ports()).containsExactly(0, 1);
  }

  /** Any machine: a timeline changes nothing and reaches just the peaks. */
  @Test
  void shouldReachThePeaksOfTheReplayAndChangeNothing() {
    SplittableRandom random = new SplittableRandom(20261125);
    PortProfile[] profiles = {
      PortProfile.linux().withHops(0),
      new PortProfile("linux", 200, 60 * SECOND, true, Reuse.EVERYWHERE, 0),
      PortProfile.windows().withHops(0),
      PortProfile.macos().withHops(3),
      pool(Reuse.EVERYWHERE, 2)
    };
    for (int round = 0; round < 200; round++) {
      PortProfile profile = profiles[round % profiles.length];
      boolean recorded = random.nextBoolean();
      PortReplay replay = new PortReplay(profile, destinations, recorded);
      PortReplay alone = new PortReplay(profile, destinations, recorded);
      long width = (long) Math.pow(10, 6 + 5 * random.nextDouble());
      TimeAxis axis = new TimeAxis(0, width, 1 + random.nextInt(1_000));
      PortTimeline timeline = new PortTimeline(replay, axis);
      int[] open = new int[2];
      long now = 0;
      for (int i = 0; i < 2_000; i++) {
        now += (long) (-Math.log(1 - random.nextDouble()) * width * axis.steps() / 2_000);
        int destination = random.nextInt(2);
        int port = 1 + random.nextInt(100);
        timeline.before(now);
        if (open[destination] == 0 || random.nextInt(3) == 0) {
          open[destination]++;
          replay.opened(now, destination, SITE, port, 1);
          alone.opened(now, destination, SITE, port, 1);
        } else {
          open[destination]--;
          boolean holds = random.nextInt(4) != 0;
          replay.closed(now, destination, SITE, port, holds, 1);
          alone.closed(now, destination, SITE, port, holds, 1);
        }
        timeline.after();
      }
      PortSteps steps = timeline.result();
      PortUse use = replay.result(now);
      PortUse expected = alone.result(now);

      assertThat(Arrays.stream(steps.timeWait()).max()).hasValue(use.peakTimeWait());
      assertThat(Arrays.stream(steps.ports()).max()).hasValue(use.peakPorts());
      assertThat(use.peakTimeWait()).isEqualTo(expected.peakTimeWait());
      assertThat(use.peakPortsAtNanos()).isEqualTo(expected.peakPortsAtNanos());
      assertThat(use.holders()).isEqualTo(expected.holders());
      assertThat((float) use.usePercent()).isEqualTo((float) expected.usePercent());
    }
  }

  /** Against a count of those that are in TIME_WAIT at each moment of interest. */
  @Test
  void shouldShowTheHighestLevelOfEachStep() {
    SplittableRandom random = new SplittableRandom(4);
    for (int round = 0; round < 100; round++) {
      PortReplay replay = new PortReplay(pool(Reuse.NEVER, 10), destinations, false);
      TimeAxis axis = new TimeAxis(0, SECOND * (1 + random.nextInt(5)), 60);
      PortTimeline timeline = new PortTimeline(replay, axis);
      long[] closed = new long[300];
      for (int i = 0; i < closed.length; i++) {
        closed[i] = random.nextLong(axis.stepNanos() * 40);
      }
      Arrays.sort(closed);
      for (long at : closed) {
        once(timeline, replay, at, 1);
      }
      long[] expected = new long[axis.steps()];
      for (int step = 0; step < expected.length; step++) {
        long begin = step * axis.stepNanos();
        expected[step] = held(closed, begin);
        for (long at : closed) {
          if (at >= begin && at < axis.endNanos(step)) {
            expected[step] = Math.max(expected[step], held(closed, at));
          }
        }
      }
      assertThat(timeline.result().timeWait()).isEqualTo(expected);
    }
  }

  private static long held(long[] closed, long at) {
    return Arrays.stream(closed).filter(one -> one <= at && at < one + 10 * SECOND).count();
  }

  private static PortProfile pool(Reuse reuse, long seconds) {
    return new PortProfile("custom", 100, seconds * SECOND, false, reuse, 0);
  }

  private static void once(PortTimeline timeline, PortReplay replay, long at, int destination) {
    timeline.before(at);
    replay.opened(at, destination, SITE, 0, 1);
    replay.closed(at, destination, SITE, 0, true, 1);
    timeline.after();
  }
}
