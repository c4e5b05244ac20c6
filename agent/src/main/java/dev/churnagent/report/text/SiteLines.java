package dev.churnagent.report.text;

import dev.churnagent.report.Numbers;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.ClosedFirstCounts;
import dev.churnagent.report.Report.Failures;
import dev.churnagent.report.Report.Site;

/**
 * The worst call sites, two lines each; the first also with its callers, and why if there is room.
 */
final class SiteLines {
  private static final int MOST_SITES = 8;
  private static final int LINES_ABOVE = 2;

  private SiteLines() {}

  /** Adds as many sites as fit into {@code room} lines, at most eight. */
  static void add(Lines lines, Report report, int room) {
    // The first may have a third line for its callers.
    int shown = Math.min(MOST_SITES, (room - LINES_ABOVE - 1) / 2);
    shown = Math.min(shown, report.sites().size());
    if (shown <= 0) {
      return;
    }
    lines.addBlank();
    lines.add("Call sites by connections (" + shown + " of " + report.sites().size() + "):");
    int left = room - LINES_ABOVE - 1 - 2 * shown;
    for (int i = 0; i < shown; i++) {
      Site site = report.sites().get(i);
      addName(lines, (i + 1) + ". ", site);
      lines.add("     " + figures(site, report.totals().connections()));
      String callers = i == 0 ? Callers.describe(site) : null;
      if (callers != null) {
        lines.add("     " + callers);
      }
      if (!site.causes().isEmpty() && left-- > 0) {
        lines.add("     " + site.causes().get(0).text());
      }
    }
  }

  /** The site's line. What does not fit is left out: the package, the transport, then the start. */
  static void addName(Lines lines, String number, Site site) {
    String library = site.describeLibrary();
    String label = library == null ? number : number + library + ", opened by ";
    String name = describe(site);
    if (label.length() + name.length() > Lines.COLUMNS) {
      name = withoutPackage(name, site.className());
    }
    if (label.length() + name.length() > Lines.COLUMNS && site.transport() != null) {
      label = number + site.library().describe() + ", opened by ";
    }
    lines.addNamed(label, name);
  }

  private static String withoutPackage(String name, String className) {
    int length = className.lastIndexOf('.') + 1;
    return name.startsWith(className) ? name.substring(length) : name;
  }

  private static String describe(Site site) {
    String text = site.describe();
    String named = site.kind().equals("application") ? text : text + " [" + site.kind() + "]";
    return site.signature() == null ? named : named + ": " + site.signature();
  }

  private static String figures(Site site, long total) {
    StringBuilder text = new StringBuilder(Numbers.count(site.connections()));
    if (total > 0) {
      text.append(" (").append(Math.round(100.0 * site.connections() / total)).append("%)");
    }
    if (site.peakRate() != null) {
      text.append(", peak ").append(Numbers.decimal(site.peakRate().perSecond(), 1)).append("/s");
    }
    if (site.lifetimeMillis() != null) {
      text.append(", lived ").append(Numbers.millis(site.lifetimeMillis().p50()));
    }
    if (site.openAtEnd() > 0) {
      text.append(", ").append(Numbers.count(site.openAtEnd())).append(" open at the end");
    }
    for (Failures failures : site.failures()) {
      text.append(", ").append(Numbers.count(failures.count())).append(' ').append(failures.kind());
    }
    text.append(closer(site.closedFirst()));
    if (site.closedByCollector() > 0) {
      text.append(", ").append(Numbers.count(site.closedByCollector()));
      text.append(" by garbage collection");
    }
    if (!site.endpoints().isEmpty()) {
      text.append(", to ").append(site.endpoints().get(0).address());
    }
    if (site.endpoints().size() > 1) {
      text.append(" and ").append(site.endpoints().size() - 1).append(" more");
    }
    return text.toString();
  }

  /** Who closed first most often. */
  private static String closer(ClosedFirstCounts counts) {
    long most =
        Math.max(
            Math.max(counts.local(), counts.peer()), Math.max(counts.reset(), counts.unknown()));
    if (most == 0) {
      return "";
    }
    if (most == counts.local()) {
      return ", we closed first";
    }
    if (most == counts.peer()) {
      return ", peer closed first";
    }
    return most == counts.reset() ? ", reset" : ", closer unknown";
  }
}
