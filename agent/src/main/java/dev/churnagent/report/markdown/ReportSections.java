package dev.churnagent.report.markdown;

import dev.churnagent.report.Names;
import dev.churnagent.report.Numbers;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.Chain;
import dev.churnagent.report.Report.ClosedFirstCounts;
import dev.churnagent.report.Report.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * What a verdict rests on: a report's worst redundant chains, and the call sites that open most.
 */
final class ReportSections {
  private static final int CHAINS = 10;
  private static final int SITES = 10;

  private ReportSections() {}

  /**
   * Adds both, where there are any.
   *
   * @param isOneOfMany whether to say which run it is
   */
  static void add(StringBuilder text, Report report, boolean isOneOfMany) {
    if (isOneOfMany && report.run() != null) {
      text.append("### Run ").append(MarkdownText.plain(report.run().id())).append("\n\n");
    }
    chains(text, report.chains());
    sites(text, report.sites());
  }

  private static void chains(StringBuilder text, List<Chain> chains) {
    List<Chain> redundant = new ArrayList<>();
    for (Chain chain : chains == null ? List.<Chain>of() : chains) {
      if (chain.isRedundant()) {
        redundant.add(chain);
      }
    }
    if (redundant.isEmpty()) {
      return;
    }
    text.append("### Redundant chains\n\n");
    text.append("| Fetch once in | What | Steps | Calls | Avoidable | Connections |\n");
    text.append("| --- | --- | --- | ---: | ---: | ---: |\n");
    int shown = Math.min(CHAINS, redundant.size());
    for (Chain chain : redundant.subList(0, shown)) {
      text.append("| ").append(MarkdownText.code(Names.method(chain.root())));
      text.append(" | ").append(MarkdownText.code(Names.target(chain.target())));
      text.append(" | ").append(MarkdownText.plain(steps(chain)));
      text.append(" | ").append(Numbers.count(chain.calls()));
      text.append(" | ").append(Numbers.count(chain.avoidableCalls()));
      text.append(" | ").append(Numbers.count(chain.avoidableConnections())).append(" |\n");
    }
    text.append('\n');
    MarkdownWriter.more(text, redundant.size() - shown, "redundant chain");
  }

  private static String steps(Chain chain) {
    List<String> names = new ArrayList<>();
    for (String step : chain.steps()) {
      names.add(Names.method(step));
    }
    return chain.shape() + ": " + String.join(", ", names);
  }

  private static void sites(StringBuilder text, List<Site> sites) {
    if (sites == null || sites.isEmpty()) {
      return;
    }
    text.append("### Call sites that open most\n\n");
    text.append("| Call site | Connections | At most | Closed first | Signature |\n");
    text.append("| --- | ---: | ---: | --- | --- |\n");
    int shown = Math.min(SITES, sites.size());
    for (Site site : sites.subList(0, shown)) {
      text.append("| ");
      if (site.library() != null) {
        text.append(MarkdownText.plain(site.describeLibrary())).append(", opened by ");
      }
      text.append(MarkdownText.code(site.describe()));
      text.append(" | ").append(Numbers.count(site.connections()));
      text.append(" | ");
      if (site.peakRate() != null) {
        text.append(Numbers.decimal(site.peakRate().perSecond(), 1)).append("/s");
      }
      text.append(" | ").append(closedFirst(site.closedFirst()));
      if (site.closedByCollector() > 0) {
        text.append(" (").append(Numbers.count(site.closedByCollector()));
        text.append(" by garbage collection)");
      }
      text.append(" | ").append(site.signature() == null ? "" : site.signature()).append(" |\n");
    }
    text.append('\n');
    MarkdownWriter.more(text, sites.size() - shown, "call site");
  }

  private static String closedFirst(ClosedFirstCounts counts) {
    StringBuilder text = new StringBuilder();
    add(text, "we", counts.local());
    add(text, "peer", counts.peer());
    add(text, "reset", counts.reset());
    add(text, "unknown", counts.unknown());
    return text.toString();
  }

  private static void add(StringBuilder text, String who, long count) {
    if (count > 0) {
      text.append(text.length() == 0 ? "" : ", ").append(who).append(' ');
      text.append(Numbers.count(count));
    }
  }
}
