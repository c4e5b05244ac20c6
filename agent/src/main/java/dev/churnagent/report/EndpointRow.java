package dev.churnagent.report;

import dev.churnagent.analysis.Findings.EndpointFindings;
import dev.churnagent.analysis.PortFindings;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.Transport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Makes the report's {@code endpoints}. */
final class EndpointRow {
  private EndpointRow() {}

  /** The rows, those with the most connections first. */
  static List<Report.EndpointUse> of(List<EndpointFindings> endpoints, PortFindings ports) {
    List<Report.EndpointUse> rows = new ArrayList<>(endpoints.size());
    for (EndpointFindings found : endpoints) {
      rows.add(
          new Report.EndpointUse(
              found.endpoint().address(),
              found.endpoint().host(),
              found.endpoint().transport() == Transport.UNIX ? "unix" : "tcp",
              found.connections(),
              found.failed(),
              SiteRow.peakRate(found.peak()),
              timeWaitPeak(found.endpoint(), ports)));
    }
    rows.sort(
        new Comparator<>() {
          @Override
          public int compare(Report.EndpointUse one, Report.EndpointUse other) {
            int order = Long.compare(other.connections(), one.connections());
            order = order != 0 ? order : Long.compare(other.failed(), one.failed());
            return order != 0 ? order : one.address().compareTo(other.address());
          }
        });
    return Collections.unmodifiableList(rows);
  }

  /** Of all connections to the address; a UNIX-domain socket knows no TIME_WAIT. */
  private static long timeWaitPeak(Endpoint endpoint, PortFindings ports) {
    int destination =
        endpoint.transport() == Transport.UNIX ? -1 : ports.destination(endpoint.address());
    return destination < 0 ? 0 : ports.own().byDestination().timeWait(destination);
  }
}
