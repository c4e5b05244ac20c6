package dev.churnagent.analysis.timeline;

import java.util.Arrays;

/**
 * Counts connections by steps of time. Calls come in order of time.
 *
 * <p>Steps are short at first. When they don't suffice, each two neighbours become one: sums are
 * added, of levels the higher one is kept. So memory is the same for a run of a millisecond and of
 * a year, and from the second doubling on at least half of {@link #MOST_STEPS} are in use.
 */
public final class ConnectionTimeline {
  /** There are never more; even, so that pairs come out. */
  public static final int MOST_STEPS = 1_000;

  private static final long SECOND = 1_000_000_000;

  /** Nine doublings make a second of it, so that from there on no step cuts one in two. */
  private static final long FIRST_STEP_NANOS = SECOND >> 9;

  private final long[] connects = new long[MOST_STEPS];
  private final long[] failed = new long[MOST_STEPS];
  private final long[] open = new long[MOST_STEPS];

  /** Of each step the highest of its seconds; filled once a step is longer than one. */
  private final long[] perSecond = new long[MOST_STEPS];

  private boolean isStarted;
  private long start;
  private long end;
  private long stepNanos = FIRST_STEP_NANOS;
  private int step;
  private long stepEnd;
  private long level;
  private long second;
  private long inSecond;

  /** A run starts. The first one that does is the earliest. */
  public void runStarted(long atNanos) {
    if (!isStarted) {
      isStarted = true;
      start = atNanos;
      end = atNanos;
      stepEnd = start + stepNanos;
    }
  }

  /** A connection was established; {@code openNow} are open with it. */
  public void established(long atNanos, long openNow) {
    advance(atNanos);
    connects[step]++;
    if (stepNanos > SECOND) {
      countInSecond(atNanos);
    }
    opened(openNow);
  }

  private void countInSecond(long atNanos) {
    long now = (atNanos - start) / SECOND;
    if (now != second) {
      second = now;
      inSecond = 0;
    }
    inSecond++;
    perSecond[step] = Math.max(perSecond[step], inSecond);
  }

  private void opened(long openNow) {
    level = openNow;
    open[step] = Math.max(open[step], level);
  }

  /** An attempt reached the operating system and failed. */
  public void failed(long atNanos) {
    advance(atNanos);
    failed[step]++;
  }

  /** Connections were closed; {@code openNow} are left. */
  public void closed(long atNanos, long openNow) {
    advance(atNanos);
    level = openNow;
  }

  /** A run ended. */
  public void runEnded(long atNanos) {
    advance(atNanos);
    end = Math.max(end, atNanos);
  }

  /** Goes on to the step of a time; what is open now was open when each step in between began. */
  private void advance(long atNanos) {
    if (atNanos < stepEnd) {
      return;
    }
    while ((atNanos - start) / stepNanos >= MOST_STEPS) {
      mergePairs();
    }
    int now = (int) ((atNanos - start) / stepNanos);
    while (step < now) {
      open[++step] = level;
    }
    stepEnd = start + (step + 1) * stepNanos;
  }

  private void mergePairs() {
    if (stepNanos == SECOND) {
      System.arraycopy(connects, 0, perSecond, 0, MOST_STEPS);
    }
    for (int i = 0; i < MOST_STEPS / 2; i++) {
      connects[i] = connects[2 * i] + connects[2 * i + 1];
      failed[i] = failed[2 * i] + failed[2 * i + 1];
      open[i] = Math.max(open[2 * i], open[2 * i + 1]);
      perSecond[i] = Math.max(perSecond[2 * i], perSecond[2 * i + 1]);
    }
    Arrays.fill(connects, MOST_STEPS / 2, MOST_STEPS, 0);
    Arrays.fill(failed, MOST_STEPS / 2, MOST_STEPS, 0);
    Arrays.fill(open, MOST_STEPS / 2, MOST_STEPS, 0);
    Arrays.fill(perSecond, MOST_STEPS / 2, MOST_STEPS, 0);
    stepNanos *= 2;
    step /= 2;
  }

  /** The columns from the first start to the last end, or null if no run started. */
  public ConnectionSteps result() {
    if (!isStarted) {
      return null;
    }
    long whole = (end - start) / stepNanos;
    int steps = (int) ((end - start) % stepNanos == 0 ? Math.max(1, whole) : whole + 1);
    return new ConnectionSteps(
        new TimeAxis(start, stepNanos, steps),
        sums(connects, steps),
        sums(failed, steps),
        stepNanos < SECOND ? null : highest(stepNanos == SECOND ? connects : perSecond, steps),
        highest(open, steps));
  }

  /** What happened in the moment of the end is no step of its own. */
  private long[] sums(long[] column, int steps) {
    long[] result = Arrays.copyOf(column, steps);
    result[steps - 1] += step < steps ? 0 : column[steps];
    return result;
  }

  private long[] highest(long[] column, int steps) {
    long[] result = Arrays.copyOf(column, steps);
    result[steps - 1] = Math.max(result[steps - 1], step < steps ? 0 : column[steps]);
    return result;
  }
}
