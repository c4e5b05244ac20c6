package dev.churnagent.model;

/**
 * How the recorded machine hands out ephemeral ports, as far as its system told.
 *
 * @param os {@code linux}, {@code windows} or {@code macos}; never null
 * @param firstPort start of the ephemeral range, or -1 if unknown
 * @param lastPort its end, inclusive, or -1 if unknown
 * @param excludedPorts ports inside the range that are reserved for others; 0 if none or unknown
 * @param timeWaitReuse Linux's {@code tcp_tw_reuse}, or -1 if unknown or none
 * @param timeWaitSeconds the system's TIME_WAIT, or -1 if unknown
 */
public record MachinePorts(
    String os,
    int firstPort,
    int lastPort,
    int excludedPorts,
    int timeWaitReuse,
    int timeWaitSeconds) {

  /** Ephemeral ports that can be used, or -1 if the range is unknown. */
  public int usablePorts() {
    return firstPort < 0 || lastPort < firstPort
        ? -1
        : Math.max(1, lastPort - firstPort + 1 - excludedPorts);
  }
}
