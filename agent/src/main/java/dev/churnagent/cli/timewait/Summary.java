package dev.churnagent.cli.timewait;

import dev.churnagent.sockets.PortSettings;
import dev.churnagent.sockets.TcpState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One look, ready to be shown.
 *
 * @param at when
 * @param sockets TCP sockets in all
 * @param states how many there are in each state; TIME_WAIT is 0 if there are none
 * @param settings the machine's ports
 * @param ports distinct ports of the range that TIME_WAIT holds, on the side that connected
 * @param portPercent of the usable ports, or null if their number is not known
 * @param groups the most first
 * @param moreGroups how many are left out
 * @param cannotSee what is missing and why, one line each
 */
record Summary(
    Instant at,
    int sockets,
    Map<TcpState, Integer> states,
    PortSettings settings,
    int ports,
    Double portPercent,
    List<Group> groups,
    int moreGroups,
    List<String> cannotSee) {

  /**
   * TIME_WAIT at one endpoint.
   *
   * @param endpoint the peer that this machine connected to, or our own listener
   * @param listener whether it is our listener, so that the server closed first
   * @param timeWait how many
   * @param owners the most first
   */
  record Group(String endpoint, boolean listener, int timeWait, List<OwnerGroup> owners) {}

  /**
   * Those of one process.
   *
   * @param sites the most first; a null site is not known
   */
  record OwnerGroup(Owner owner, int timeWait, List<SiteGroup> sites) {}

  /**
   * Those of one call site.
   *
   * @param site a line as in a stack trace, or null if not known
   */
  record SiteGroup(String site, int timeWait) {}

  int timeWait() {
    return states.getOrDefault(TcpState.TIME_WAIT, 0);
  }
}
