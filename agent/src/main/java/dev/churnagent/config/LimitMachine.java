package dev.churnagent.config;

import java.util.List;

/**
 * Whose ports a limit is on.
 *
 * @param on the system, or null: the one that the run was on
 * @param hops connections on it for each one of ours, from 1 to 8; {@link #AS_PLANNED}: as the
 *     option says, or 1
 */
public record LimitMachine(Machine on, int hops) {
  /** No number of hops was given with the limit. */
  public static final int AS_PLANNED = -1;

  /** The system of the run as it was found. */
  static final LimitMachine OWN = new LimitMachine(null, AS_PLANNED);

  /**
   * A limit on a system that nothing is known of can't be judged, so it is refused at the start.
   */
  static void requireKnown(List<Limit> limits, List<MachineProfile> profiles)
      throws ConfigurationException {
    boolean isKnown = false;
    for (MachineProfile profile : profiles) {
      isKnown |= profile.machine() == Machine.CUSTOM;
    }
    for (Limit limit : limits) {
      if (limit.machine() != null && limit.machine().on() == Machine.CUSTOM && !isKnown) {
        throw new ConfigurationException(
            "limits: '"
                + limit.text()
                + "' is on a system that is not described; it needs profiles.custom with "
                + MachineProfile.WHAT_CUSTOM_NEEDS);
      }
    }
  }

  /** As in the text of a limit; empty if nothing was given. */
  @Override
  public String toString() {
    String system = on == null ? "" : "on ".concat(on.word());
    if (hops == AS_PLANNED) {
      return system;
    }
    return (system.isEmpty() ? "" : system.concat(", ")).concat("hops " + hops);
  }
}
