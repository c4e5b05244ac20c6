package dev.churnagent.analysis;

import dev.churnagent.model.ClosedFirst;

/**
 * Tells what a call site does with its connections. The thresholds are low enough to find a test
 * flow's mistake and high enough to keep silent about a handful of connections.
 */
public final class Signatures {
  /** Fewer closes are no habit: below it nothing is said of who closes first. */
  static final long MANY_CLOSES = 20;

  /** More connections open at once than most pools have: HikariCP's default is 10. */
  static final long MANY_OPEN = 50;

  /** A share that is most. */
  static final double MOST = 0.5;

  /** A count of open connections that is nearly the highest one. */
  static final double NEARLY_ALL = 0.9;

  /** Where the highest open count comes later, it was still growing; from 0, the start, to 1. */
  static final double LATE = 0.5;

  /** A connection that lives for less is opened for one use. */
  static final double SHORT_MILLIS = 1_000;

  /** A connection that is open for longer is held: longer than a use takes. */
  static final double HELD_MILLIS = 10_000;

  /** Without known requests: open for so long, connections are kept on purpose. */
  static final double KEPT_MILLIS = 60_000;

  /** Requests for each connection from which on it is reused and not by chance. */
  static final double REUSED = 10;

  private Signatures() {}

  /**
   * The signature of a site, or null if nothing stands out.
   *
   * <p>The first that fits, in this order: what most connections were left open as ({@code leak},
   * {@code hoard}); who closed most of the short-lived ones first ({@code reset}, {@code
   * peer-first}, {@code close-first}); {@code pooled} by requests; {@code hoard} and {@code
   * peer-first} of long-lived ones; {@code pooled} by time. Requests don't excuse short lives: they
   * are known for each address only, and another site there may keep its connections.
   *
   * @param requestsPerConnection HTTP requests for each connection to the site's endpoints, or null
   *     if none are known
   */
  public static Signature of(SiteStatistics site, Double requestsPerConnection) {
    if (site.connections() == 0) {
      return null;
    }
    boolean isReused = requestsPerConnection != null && requestsPerConnection >= REUSED;
    boolean areMany = site.peakOpen() >= MANY_OPEN;
    if (areMany && !isReused && site.openAtEnd() >= MOST * site.connections()) {
      return onlyGrew(site) ? Signature.LEAK : Signature.HOARD;
    }
    Signature closer = site.closedCount() >= MANY_CLOSES ? closer(site) : null;
    if (closer == Signature.RESET || closer != null && isShortLived(site)) {
      return closer;
    }
    if (isReused) {
      return Signature.POOLED;
    }
    if (areMany && site.meanOpenMillis() >= HELD_MILLIS) {
      return Signature.HOARD;
    }
    if (closer == Signature.PEER_FIRST) {
      return closer;
    }
    return requestsPerConnection == null && isKept(site) ? Signature.POOLED : null;
  }

  private static boolean onlyGrew(SiteStatistics site) {
    return site.openAtEnd() >= NEARLY_ALL * site.peakOpen() && site.peakOpenPlace() > LATE;
  }

  /** By who closed first most often. */
  private static Signature closer(SiteStatistics site) {
    double most = MOST * site.closedCount();
    if (site.closedFirst(ClosedFirst.RESET) >= most) {
      return Signature.RESET;
    }
    if (site.closedFirst(ClosedFirst.PEER) >= most) {
      return Signature.PEER_FIRST;
    }
    return site.closedFirst(ClosedFirst.LOCAL) >= most ? Signature.CLOSE_FIRST : null;
  }

  private static boolean isShortLived(SiteStatistics site) {
    return !site.lifetimes().isEmpty()
        && site.lifetimes().percentileMicros(50) < 1_000 * SHORT_MILLIS;
  }

  /** Few: no more than twice as many as were open at once. */
  private static boolean isKept(SiteStatistics site) {
    return site.meanOpenMillis() >= KEPT_MILLIS && site.connections() <= 2 * site.peakOpen();
  }
}
