package dev.churnagent.analysis;

/**
 * The highest count in any window of a given length.
 *
 * @param count events in the window, at least 1
 * @param windowNanos the window's length
 * @param atNanos when the window was fullest: its end, at an event; nanoseconds since the epoch
 */
public record Peak(long count, long windowNanos, long atNanos) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** The count as a rate per second over the window. */
  public double perSecond() {
    return count / windowSeconds();
  }

  /** The window's length in seconds. */
  public double windowSeconds() {
    return windowNanos / NANOS_PER_SECOND;
  }
}
