package dev.churnagent.analysis;

import dev.churnagent.model.MachinePorts;
import dev.churnagent.model.RunInfo;
import java.util.List;
import java.util.Map;

/**
 * One run that was read.
 *
 * @param info what was known at its start; never null
 * @param endedAtNanos its seen end, or the last moment known to have been alive; since the epoch
 * @param complete whether the end of the JVM was seen
 * @param lostEvents events that found no room, at least
 * @param degraded what could not be measured, one line each, lost events included
 * @param exhaustionMessage what the system said when there was no port left; null if it never did
 * @param ports what the machine's system said of its ports, or null if it was not asked
 * @param hops hops by endpoint address where a proxy of the same machine was found in between
 */
public record RecordedRun(
    RunInfo info,
    long endedAtNanos,
    boolean complete,
    long lostEvents,
    List<String> degraded,
    String exhaustionMessage,
    MachinePorts ports,
    Map<String, Integer> hops) {

  /** Keeps an unmodifiable copy. */
  public RecordedRun {
    degraded = List.copyOf(degraded);
    hops = Map.copyOf(hops);
  }

  /** When the run started, in nanoseconds since the epoch. */
  public long startedAtNanos() {
    return epochNanos(info);
  }

  static long epochNanos(RunInfo info) {
    return info.startedAt().getEpochSecond() * 1_000_000_000L + info.startedAt().getNano();
  }
}
