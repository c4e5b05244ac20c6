package dev.churnagent.analysis;

import java.util.List;

/**
 * TIME_WAIT sockets as the operating system's own table showed them.
 *
 * @param peak the most of these runs' own at one look, matched by local port and remote address
 * @param atNanos when, since the epoch; -1 if there never was one
 * @param byEndpoint those at that look, by remote address, most first
 * @param bySite the same by the call site (id in {@link Definitions}) that had opened them
 * @param unexplained the highest count for each remote address of sockets that are not of these
 *     runs, most first
 * @param looks how often the table was read
 */
public record ObservedTimeWait(
    long peak,
    long atNanos,
    List<AddressCount> byEndpoint,
    List<SiteCount> bySite,
    List<AddressCount> unexplained,
    long looks) {

  /** Sockets to one address. */
  public record AddressCount(String address, long count) {}

  /** Sockets of one call site. */
  public record SiteCount(int site, long count) {}

  /** Keeps unmodifiable copies. */
  public ObservedTimeWait {
    byEndpoint = List.copyOf(byEndpoint);
    bySite = List.copyOf(bySite);
    unexplained = List.copyOf(unexplained);
  }
}
