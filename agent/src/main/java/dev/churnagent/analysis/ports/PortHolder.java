package dev.churnagent.analysis.ports;

/**
 * Who held ports at a moment.
 *
 * @param site id of the call site that connected
 * @param destination id of where to
 * @param open open connections
 * @param timeWait sockets in TIME_WAIT
 */
public record PortHolder(int site, int destination, long open, long timeWait) {
  /** Ports held in all. */
  public long ports() {
    return open + timeWait;
  }
}
