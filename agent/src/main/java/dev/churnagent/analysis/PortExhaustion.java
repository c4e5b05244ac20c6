package dev.churnagent.analysis;

/**
 * Connects that failed for want of a port.
 *
 * @param errors how many, at least 1
 * @param first the earliest
 */
public record PortExhaustion(long errors, First first) {
  /**
   * The earliest of them.
   *
   * @param atNanos nanoseconds since the epoch
   * @param site index in {@link Findings#sites()}
   * @param endpoint index in {@link Findings#endpoints()}
   */
  public record First(long atNanos, int site, int endpoint) {}
}
