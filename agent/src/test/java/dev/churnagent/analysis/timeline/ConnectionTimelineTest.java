package dev.churnagent.analysis.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConnectionTimelineTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;
  private static final long START = 1_763_825_400_123_456_789L;

  private final ConnectionTimeline timeline = new ConnectionTimeline();

  @Test
  void shouldShowNothingWithoutARun() {
    assertThat(timeline.result()).isNull();
  }

  @Test
  void shouldHaveOneStepForARunWithoutDuration() {
    timeline.runStarted(START);
    timeline.runEnded(START);

    assertThat(timeline.result().axis().steps()).isEqualTo(1);
    assertThat(timeline.result().connects()).containsExactly(0);
  }

  @Test
  void shouldStartAStepWithWhatIsOpenAtItsBegin() {
    timeline.runStarted(START);
    timeline.established(START, 1);
    timeline.established(START + MILLI, 2);
    timeline.closed(START + 5 * MILLI, 1);
    timeline.closed(START + 9 * MILLI, 0);
    timeline.runEnded(START + 13 * MILLI);

    // Steps of 1.95 ms: the second close is in the fifth, which begins with one.
    assertThat(timeline.result().open()).containsExactly(2, 2, 2, 1, 1, 0, 0);
    assertThat(timeline.result().connects()).containsExactly(2, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void shouldCountWhatHappensAtTheEndInTheLastStep() {
    long end = START + 3 * (SECOND >> 9);
    timeline.runStarted(START);
    timeline.established(end - 1, 1);
    timeline.established(end, 2);
    timeline.failed(end);
    timeline.runEnded(end);

    assertThat(timeline.result().connects()).containsExactly(0, 0, 2);
    assertThat(timeline.result().failed()).containsExactly(0, 0, 1);
    assertThat(timeline.result().open()).containsExactly(0, 0, 2);
  }

  @Test
  void shouldGoFromTheFirstStartToTheLastEndOfAllRuns() {
    timeline.runStarted(START);
    timeline.runStarted(START + 100 * SECOND);
    timeline.runEnded(START + 200 * SECOND);
    timeline.runEnded(START + 700 * SECOND);

    assertThat(timeline.result().axis()).isEqualTo(new TimeAxis(START, SECOND, 700));
  }

  @Test
  void shouldNotMixTwoSecondsHoweverLongTheRunBecomes() {
    timeline.runStarted(START);
    // 30 within a second that two whole ones share, then 20 in one, later 10 in one.
    for (int i = 0; i < 30; i++) {
      timeline.established(START + 10 * SECOND + 500 * MILLI + i * 33 * MILLI, 1);
    }
    for (int i = 0; i < 20; i++) {
      timeline.established(START + 1_200 * SECOND + i, 1);
    }
    for (int i = 0; i < 10; i++) {
      timeline.established(START + 5_000 * SECOND + i, 1);
    }
    timeline.runEnded(START + 5_001 * SECOND);
    ConnectionSteps steps = timeline.result();

    assertThat(steps.axis().stepNanos()).isEqualTo(8 * SECOND);
    assertThat(steps.connects()[1]).isEqualTo(30);
    assertThat(steps.peakConnectsPerSecond()[1]).isEqualTo(16);
    assertThat(steps.peakConnectsPerSecond()[150]).isEqualTo(20);
    assertThat(steps.peakConnectsPerSecond()[625]).isEqualTo(10);
  }

  /** Against counting again from the start, for runs from a millisecond to half a year. */
  @Test
  void shouldCountAsAPersonWouldForRunsOfAnyLength() {
    SplittableRandom random = new SplittableRandom(20261125);
    for (int round = 0; round < 400; round++) {
      long meanNanos = (long) Math.pow(10, 3 + 11 * random.nextDouble());
      int events = 1 + random.nextInt(3_000);
      long[] at = new long[events];
      long[] open = new long[events];
      int[] what = new int[events];
      ConnectionTimeline counted = new ConnectionTimeline();
      counted.runStarted(START);
      long now = START;
      long level = 0;
      for (int i = 0; i < events; i++) {
        double idle = random.nextInt(50) == 0 ? 100 : -Math.log(1 - random.nextDouble());
        now += random.nextInt(5) == 0 ? 0 : (long) (idle * meanNanos);
        what[i] = random.nextInt(5) / 2;
        at[i] = now;
        if (what[i] == 0) {
          counted.established(now, ++level);
        } else if (what[i] == 1) {
          level = Math.max(0, level - 1);
          counted.closed(now, level);
        } else {
          counted.failed(now);
        }
        open[i] = level;
      }
      long end = now + random.nextInt(3) * meanNanos;
      counted.runEnded(end);
      assertSame(counted.result(), at, what, open, end);
    }
  }

  private static void assertSame(
      ConnectionSteps found, long[] at, int[] what, long[] open, long end) {
    int steps = found.axis().steps();
    long width = found.axis().stepNanos();
    assertThat(steps).isBetween(1, ConnectionTimeline.MOST_STEPS);
    assertThat(START + (steps - 1) * width).isLessThanOrEqualTo(end);
    assertThat(START + steps * width).isGreaterThanOrEqualTo(end);
    if (width > SECOND >> 9) {
      assertThat(steps).isGreaterThanOrEqualTo(ConnectionTimeline.MOST_STEPS / 2);
    }
    long[] connects = new long[steps];
    long[] failed = new long[steps];
    long[] most = new long[steps];
    long[] perSecond = new long[steps];
    Map<Long, Long> seconds = new HashMap<>();
    int event = 0;
    long level = 0;
    for (int step = 0; step < steps; step++) {
      most[step] = level;
      while (event < at.length && at[event] < found.axis().endNanos(step)) {
        connects[step] += what[event] == 0 ? 1 : 0;
        failed[step] += what[event] == 2 ? 1 : 0;
        level = open[event];
        most[step] = Math.max(most[step], level);
        if (what[event] == 0) {
          long inSecond = seconds.merge((at[event] - START) / SECOND, 1L, Long::sum);
          perSecond[step] = Math.max(perSecond[step], inSecond);
        }
        event++;
      }
    }
    assertThat(found.connects()).isEqualTo(connects);
    assertThat(found.failed()).isEqualTo(failed);
    assertThat(found.open()).isEqualTo(most);
    if (width < SECOND) {
      assertThat(found.peakConnectsPerSecond()).isNull();
    } else {
      assertThat(found.peakConnectsPerSecond()).isEqualTo(perSecond);
    }
  }
}
