package dev.churnagent.analysis;

import dev.churnagent.analysis.ports.PortProfile;
import java.util.List;

/**
 * Which machines a recording is replayed against.
 *
 * @param given profiles that stand in for the defaults of their system, or beside them ({@code
 *     custom}); may be empty
 * @param hops connections on one machine for each one of ours, as the user stated; 0: as found
 * @param asked further profiles, each to be replayed as it is, for a limit or a forecast
 */
public record PortPlan(List<PortProfile> given, int hops, List<Question> asked) {
  /** Nothing but the defaults. */
  public static final PortPlan DEFAULT = new PortPlan(List.of(), 0, List.of());

  /** Keeps unmodifiable copies. */
  public PortPlan {
    given = List.copyOf(given);
    asked = List.copyOf(asked);
  }

  /**
   * One replay.
   *
   * @param os the system whose profile is replayed, or null: the one that the run was on
   * @param profile replayed as it is; null: that of {@code os}, as given, as recorded, or the
   *     default
   * @param hops as in {@link PortProfile#hops()}, 0: as found; -1: as the plan has it
   * @param speed how many times as fast the run is made; 1: as it was
   * @param copies how many such programs run side by side; 1: as it was
   */
  public record Question(String os, PortProfile profile, int hops, double speed, double copies) {}
}
