package dev.churnagent.cli.timewait;

import dev.churnagent.cli.timewait.Summary.Group;
import dev.churnagent.cli.timewait.Summary.OwnerGroup;
import dev.churnagent.cli.timewait.Summary.SiteGroup;
import dev.churnagent.sockets.PortSettings;
import dev.churnagent.sockets.TcpState;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a summary as a table for people. */
final class TextView {
  private static final String[] HEADINGS = {"TIME_WAIT", "ENDPOINT", "OWNER", "CALL SITE"};

  private TextView() {}

  static void print(Summary summary, PrintStream out) {
    out.println(
        summary.at().truncatedTo(ChronoUnit.SECONDS)
            + "  "
            + summary.timeWait()
            + " in TIME_WAIT of "
            + summary.sockets()
            + " TCP sockets"
            + states(summary.states()));
    out.println(ports(summary));
    if (!summary.groups().isEmpty()) {
      out.println();
      table(summary, out);
    }
    if (summary.moreGroups() > 0) {
      out.println("and " + summary.moreGroups() + " more endpoints (--top)");
    }
    for (String line : summary.cannotSee()) {
      out.println("not seen: " + line);
    }
  }

  private static String states(Map<TcpState, Integer> states) {
    StringBuilder text = new StringBuilder();
    states.forEach(
        (state, count) -> {
          if (state != TcpState.TIME_WAIT) {
            text.append(text.length() == 0 ? " (" : ", ").append(state).append(' ').append(count);
          }
        });
    return text.length() == 0 ? "" : text.append(')').toString();
  }

  private static String ports(Summary summary) {
    PortSettings settings = summary.settings();
    if (summary.portPercent() == null) {
      return "how many ports there are is not known";
    }
    return String.format(
        Locale.ROOT,
        "they hold %d of %d ephemeral ports (%.1f %%), %d-%d%s%s",
        summary.ports(),
        settings.usablePorts(),
        summary.portPercent(),
        settings.low(),
        settings.high(),
        settings.excludedPorts() > 0 ? " less " + settings.excludedPorts() + " excluded" : "",
        settings.timeWaitSeconds() < 0 ? "" : ", each for " + settings.timeWaitSeconds() + " s");
  }

  private static void table(Summary summary, PrintStream out) {
    List<String[]> rows = new ArrayList<>();
    rows.add(HEADINGS);
    for (Group group : summary.groups()) {
      String endpoint =
          group.listener() ? "closed by local listener " + group.endpoint() : group.endpoint();
      for (OwnerGroup owner : group.owners()) {
        for (SiteGroup site : owner.sites()) {
          String count = Integer.toString(site.timeWait());
          String where = site.site() == null ? "-" : site.site();
          rows.add(new String[] {count, endpoint, owner.owner().text(), where});
        }
      }
    }
    int endpointWidth = width(rows, 1);
    int ownerWidth = width(rows, 2);
    String format = "%" + HEADINGS[0].length() + "s  %-" + endpointWidth + "s  %-" + ownerWidth;
    for (String[] row : rows) {
      out.println(String.format(Locale.ROOT, format + "s  %s", (Object[]) row));
    }
  }

  private static int width(List<String[]> rows, int column) {
    int width = 1;
    for (String[] row : rows) {
      width = Math.max(width, row[column].length());
    }
    return width;
  }
}
