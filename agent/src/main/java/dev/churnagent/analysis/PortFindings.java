package dev.churnagent.analysis;

import dev.churnagent.analysis.ports.PortHolder;
import dev.churnagent.analysis.ports.PortSteps;
import dev.churnagent.analysis.ports.PortUse;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What the port model and the system's own table say.
 *
 * @param profiles the report's profiles, that of the run's own system first
 * @param asked results of {@link PortPlan#asked()}, in their order
 * @param destinations addresses by the destination ids of all results
 * @param holdersAtFailure who held ports when the first connect failed for want of one, most first;
 *     null if none did
 * @param observed the system's own table, or null if it was never read
 * @param withoutAvoidable for each of {@code profiles} the replay without the connections that the
 *     chains could have done without; null elements where another profile has more of its ports
 *     taken anyway, or where there are no such connections
 * @param timeWaitShares by the target of a chain: the share of its connections that ended in
 *     TIME_WAIT on our side; null or none where that is not known
 * @param steps for each of {@code profiles} its ports over time, on the axis of {@link
 *     Findings#steps()}; empty if there is no run
 */
public record PortFindings(
    List<PortUse> profiles,
    List<PortUse> asked,
    List<String> destinations,
    List<PortHolder> holdersAtFailure,
    ObservedTimeWait observed,
    List<PortUse> withoutAvoidable,
    Map<String, Double> timeWaitShares,
    List<PortSteps> steps) {

  /** Keeps unmodifiable copies. */
  public PortFindings {
    profiles = List.copyOf(profiles);
    asked = List.copyOf(asked);
    destinations = List.copyOf(destinations);
    holdersAtFailure = holdersAtFailure == null ? null : List.copyOf(holdersAtFailure);
    withoutAvoidable = Collections.unmodifiableList(withoutAvoidable);
    timeWaitShares = Collections.unmodifiableMap(timeWaitShares);
    steps = List.copyOf(steps);
  }

  /** The profile of the system that the run was on. */
  public PortUse own() {
    return profiles.get(0);
  }

  /** The id of an address, or -1 if nothing was opened to it. */
  public int destination(String address) {
    return destinations.indexOf(address);
  }
}
