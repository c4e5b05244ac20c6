package dev.churnagent.analysis.timeline;

/**
 * The steps that all columns of a timeline share: of equal width, the first from the start. The
 * last one is shorter if the end comes first, and includes the end itself.
 *
 * @param startNanos when the first step begins, since the epoch
 * @param stepNanos how long a step is; above 0
 * @param steps how many there are; above 0
 */
public record TimeAxis(long startNanos, long stepNanos, int steps) {
  /**
   * When the next step begins, since the epoch. The last has none: whatever comes late, as from a
   * recording that still grows, belongs to it.
   */
  public long endNanos(int step) {
    return step >= steps - 1 ? Long.MAX_VALUE : startNanos + (step + 1) * stepNanos;
  }
}
