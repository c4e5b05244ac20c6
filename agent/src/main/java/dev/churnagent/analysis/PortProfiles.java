package dev.churnagent.analysis;

import dev.churnagent.analysis.ports.PortProfile;
import dev.churnagent.analysis.ports.PortProfile.Reuse;
import dev.churnagent.model.MachinePorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which profile stands for which system: as given by the user, else as recorded, else default. */
final class PortProfiles {
  private static final String[] SYSTEMS = {"linux", "windows", "macos"};

  private final PortPlan plan;
  private final MachinePorts recorded;
  private final String own;

  PortProfiles(PortPlan plan, List<RecordedRun> runs) {
    this.plan = plan;
    this.recorded = recordedPorts(runs);
    this.own = ownSystem(runs);
  }

  private static MachinePorts recordedPorts(List<RecordedRun> runs) {
    for (RecordedRun run : runs) {
      if (run.ports() != null) {
        return run.ports();
      }
    }
    return null;
  }

  private static String ownSystem(List<RecordedRun> runs) {
    String name = runs.isEmpty() ? "" : String.valueOf(runs.get(0).info().os());
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return "windows";
    }
    return lower.startsWith("mac") ? "macos" : "linux";
  }

  /** The name of the system that the runs were on. */
  String own() {
    return own;
  }

  /** The profile of a system. */
  PortProfile of(String os) {
    PortProfile profile = given(os);
    if (profile == null) {
      profile = PortProfile.ofName(os);
      if (recorded != null && recorded.os().equals(os)) {
        profile = asRecorded(profile);
      }
    }
    return profile.withHops(plan.hops());
  }

  /**
   * Whether a profile is that of the machine that the runs were on, so that the ports they got are
   * those they would get; other ports or another TIME_WAIT would have handed out others.
   */
  boolean isOwn(PortProfile profile) {
    if (!profile.os().equals(own)) {
      return false;
    }
    // What the user says of a machine that did not tell itself is the truth of it.
    PortProfile machine =
        recorded != null && recorded.os().equals(own)
            ? asRecorded(PortProfile.ofName(own))
            : of(own);
    return profile.withHops(0).equals(machine.withHops(0));
  }

  private PortProfile given(String os) {
    for (PortProfile profile : plan.given()) {
      if (profile.os().equals(os)) {
        return profile;
      }
    }
    return null;
  }

  private PortProfile asRecorded(PortProfile profile) {
    int ports = recorded.usablePorts() < 0 ? profile.ports() : recorded.usablePorts();
    long timeWait =
        recorded.timeWaitSeconds() < 0
            ? profile.timeWaitNanos()
            : recorded.timeWaitSeconds() * 1_000_000_000L;
    return new PortProfile(
        profile.os(), ports, timeWait, profile.perDestination(), reuse(profile), profile.hops());
  }

  private Reuse reuse(PortProfile profile) {
    if (!profile.os().equals("linux") || recorded.timeWaitReuse() < 0) {
      return profile.reuse();
    }
    return switch (recorded.timeWaitReuse()) {
      case 0 -> Reuse.NEVER;
      case 1 -> Reuse.EVERYWHERE;
      default -> Reuse.LOOPBACK;
    };
  }

  /** The report's profiles: the own system's first, then the others, then custom ones. */
  List<PortProfile> all() {
    List<PortProfile> all = new ArrayList<>();
    all.add(of(own));
    for (String os : SYSTEMS) {
      if (!os.equals(own)) {
        all.add(of(os));
      }
    }
    for (PortProfile profile : plan.given()) {
      if (PortProfile.ofName(profile.os()) == null) {
        all.add(profile.withHops(plan.hops()));
      }
    }
    return all;
  }

  /** Whether no other profile is sure to have at least as much of its ports taken as this one. */
  static boolean mayBeWorst(List<PortProfile> all, int place) {
    for (int i = 0; i < all.size(); i++) {
      boolean isEqual = isAtLeastAsBad(all.get(place), all.get(i));
      if (i != place && isAtLeastAsBad(all.get(i), all.get(place)) && (!isEqual || i < place)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAtLeastAsBad(PortProfile one, PortProfile other) {
    return one.ports() <= other.ports()
        && one.timeWaitNanos() >= other.timeWaitNanos()
        && (!one.perDestination() || other.perDestination())
        && one.reuse().compareTo(other.reuse()) <= 0;
  }
}
