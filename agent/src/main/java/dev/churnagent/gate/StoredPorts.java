package dev.churnagent.gate;

import dev.churnagent.analysis.PortPlan;
import dev.churnagent.analysis.ports.PortProfile;
import dev.churnagent.config.Limit;
import dev.churnagent.config.LimitMachine;
import dev.churnagent.report.PortLimits;
import dev.churnagent.report.Report.PortProfileUse;
import dev.churnagent.report.Report.TimeWait;

/** Finds the profile of a stored report that answers a limit on ports, if there is one. */
final class StoredPorts {
  private static final double NANOS = 1e9;

  private StoredPorts() {}

  /**
   * The row, which was replayed against the machine that the limit is on now.
   *
   * @throws JournalNeededException if there is none
   */
  static PortProfileUse row(TimeWait timeWait, Limit limit, PortPlan plan)
      throws JournalNeededException {
    LimitMachine machine = limit.machine();
    PortProfileUse row = timeWait == null ? null : of(timeWait, machine);
    if (row == null) {
      throw StoredReportGate.needed(limit, "is on ports that this report does not tell of");
    }
    if (!isReplayedWith(PortLimits.hops(machine, plan), row)) {
      throw StoredReportGate.needed(limit, "has other hops than this report");
    }
    PortProfile given = given(row.os(), plan);
    boolean isOwn = row == timeWait.profiles().get(0);
    if (given != null
        ? !isSame(given, row)
        : !isOwn && !isSame(PortProfile.ofName(row.os()), row)) {
      throw StoredReportGate.needed(limit, "is on other ports than this report");
    }
    return row;
  }

  private static PortProfileUse of(TimeWait timeWait, LimitMachine machine) {
    for (PortProfileUse row : timeWait.profiles()) {
      if (machine.on() == null || row.os().equals(machine.on().word())) {
        return row;
      }
    }
    return null;
  }

  /**
   * With hops as found, endpoints may differ; only where none has more than one it is all alike.
   */
  private static boolean isReplayedWith(int hops, PortProfileUse row) {
    return row.hops() == hops && (hops == 1 || !row.hopsAsFound());
  }

  private static PortProfile given(String os, PortPlan plan) {
    for (PortProfile given : plan.given()) {
      if (given.os().equals(os)) {
        return given;
      }
    }
    return null;
  }

  /** A report does not tell where ports were reused; that differs on Linux only. */
  private static boolean isSame(PortProfile expected, PortProfileUse row) {
    return !expected.os().equals("linux")
        && expected.ports() == row.ports()
        && expected.timeWaitNanos() == Math.round(row.timeWaitSeconds() * NANOS)
        && expected.perDestination() == row.perDestination();
  }
}
