package dev.churnagent.report;

import dev.churnagent.analysis.PortPlan;
import dev.churnagent.analysis.ports.PortProfile;
import dev.churnagent.analysis.ports.PortProfile.Reuse;
import dev.churnagent.config.Machine;
import dev.churnagent.config.MachineProfile;
import dev.churnagent.config.Settings;
import java.util.ArrayList;
import java.util.List;

/** Turns what a user says of machines into the port model's terms: the only place that does. */
public final class MachinePlan {
  private MachinePlan() {}

  /** The machines of the settings; limits add their own questions when a report is built. */
  public static PortPlan of(Settings settings) {
    List<PortProfile> given = new ArrayList<>();
    for (MachineProfile profile : settings.profiles()) {
      given.add(profile(profile));
    }
    return new PortPlan(given, settings.hops(), List.of());
  }

  /**
   * One profile, with the system's defaults for what the user left out.
   *
   * @param given whole, as {@link MachineProfile#require} makes sure
   */
  static PortProfile profile(MachineProfile given) {
    PortProfile base =
        given.machine() == Machine.CUSTOM
            ? custom(given)
            : PortProfile.ofName(given.machine().word());
    return new PortProfile(
        base.os(),
        given.usablePorts(),
        given.timeWait() == null ? base.timeWaitNanos() : given.timeWait().toNanos(),
        given.perDestination() == null ? base.perDestination() : given.perDestination(),
        given.reuse() == null ? base.reuse() : reuse(given.reuse()),
        0);
  }

  /** One range for all is the worse, and so what is assumed. */
  private static PortProfile custom(MachineProfile given) {
    long timeWait = given.timeWait().toNanos();
    return new PortProfile(
        given.machine().word(), given.usablePorts(), timeWait, false, Reuse.NEVER, 0);
  }

  private static Reuse reuse(MachineProfile.Reuse given) {
    return switch (given) {
      case NEVER -> Reuse.NEVER;
      case LOOPBACK -> Reuse.LOOPBACK;
      case EVERYWHERE -> Reuse.EVERYWHERE;
    };
  }
}
