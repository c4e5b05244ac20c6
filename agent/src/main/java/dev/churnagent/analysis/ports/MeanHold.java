package dev.churnagent.analysis.ports;

/** For how long one more connection of a replay's mix would hold ports. */
final class MeanHold {
  private MeanHold() {}

  /** On average, of the fullest range where each destination has its own; 0 without connections. */
  static double nanos(PortProfile profile, Destinations destinations, DestinationUse use) {
    double connections = 0;
    for (int d = 0; d < use.count(); d++) {
      connections += use.connections(d);
    }
    double all = 0;
    double fullest = 0;
    for (int d = 0; d < use.count(); d++) {
      boolean reused = profile.reusesAt(destinations.isLoopback(d));
      double timeWait = reused ? PortProfile.REUSE_AFTER_NANOS : profile.timeWaitNanos();
      double share =
          use.connections(d) == 0
              ? 0
              : use.connections(d) / connections * use.meanHoldNanos(d, timeWait);
      all += share * profile.hopsTo(destinations, d);
      fullest = Math.max(fullest, share);
    }
    return profile.perDestination() ? fullest : all;
  }
}
