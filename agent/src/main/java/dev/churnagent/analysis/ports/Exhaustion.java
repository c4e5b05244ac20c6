package dev.churnagent.analysis.ports;

import java.util.List;

/**
 * The first attempt to connect that finds no port.
 *
 * @param atNanos when, in the replay's time
 * @param site the call site that would fail
 * @param destination where it wanted to go
 * @param holders who held ports then, most first
 */
public record Exhaustion(long atNanos, int site, int destination, List<PortHolder> holders) {
  /** Keeps an unmodifiable copy. */
  public Exhaustion {
    holders = List.copyOf(holders);
  }
}
