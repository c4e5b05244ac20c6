package dev.churnagent.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.analysis.Library;
import dev.churnagent.report.Cause;
import dev.churnagent.report.ClosedBy;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.ClientObjects;
import dev.churnagent.report.Report.ClosedFirstCounts;
import dev.churnagent.report.Report.ConnectMicros;
import dev.churnagent.report.Report.EndpointCount;
import dev.churnagent.report.Report.EndpointUse;
import dev.churnagent.report.Report.Failures;
import dev.churnagent.report.Report.FirstExhaustion;
import dev.churnagent.report.Report.LifetimeBucket;
import dev.churnagent.report.Report.LifetimeMillis;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.Report.PeakRate;
import dev.churnagent.report.Report.PortExhaustion;
import dev.churnagent.report.Report.ScopeCount;
import dev.churnagent.report.Report.Site;
import dev.churnagent.report.Report.StackCount;
import java.util.ArrayList;
import java.util.List;

/** Turns Jackson's tree into a report, the inverse of {@link JsonFields}. */
final class ReportNodes {
  private ReportNodes() {}

  static Report report(JsonNode root) {
    return new Report(
        Report.SCHEMA,
        root.hasNonNull("run") ? run(root.get("run")) : null,
        totals(new Node(root.path("totals"), "totals")),
        new Node(root, "").list("sites", ReportNodes::site),
        new Node(root, "").list("endpoints", ReportNodes::endpoint),
        FetchNodes.requests(new Node(root, "")),
        FetchNodes.chains(new Node(root, "")),
        FetchNodes.polls(new Node(root, "")),
        PortNodes.timeWait(new Node(root, "")),
        root.hasNonNull("portExhaustion") ? exhaustion(root.get("portExhaustion")) : null,
        PortNodes.remedies(new Node(root, "")),
        new Node(root, "").list("limits", ReportNodes::limit),
        new Node(root, "").textOrNull("verdict"),
        TimelineNodes.timeline(new Node(root, "")));
  }

  private static Report.Run run(JsonNode json) {
    Node run = new Node(json, "run");
    int mergedRuns = run.has("mergedRuns") ? (int) run.count("mergedRuns") : 1;
    return new Report.Run(
        run.text("id"),
        run.has("pid") ? run.count("pid") : null,
        run.textOrNull("host"),
        run.textOrNull("os"),
        run.textOrNull("java"),
        run.textOrNull("mainClass"),
        run.text("startedAt"),
        run.text("endedAt"),
        run.number("durationSeconds"),
        run.flag("complete"),
        run.count("lostEvents"),
        run.strings("degraded"),
        run.has("notes") ? run.strings("notes") : List.of(),
        mergedRuns,
        run.has("runsWithoutFetches") ? (int) run.count("runsWithoutFetches") : mergedRuns);
  }

  private static Report.Totals totals(Node totals) {
    return new Report.Totals(
        totals.count("connections"),
        totals.count("failed"),
        totals.count("abandoned"),
        totals.count("closed"),
        totals.count("openAtEnd"),
        totals.count("peakOpen"),
        peakRate(totals));
  }

  private static PeakRate peakRate(Node parent) {
    Node rate = parent.childOrNull("peakRate");
    return rate == null
        ? null
        : new PeakRate(rate.number("perSecond"), rate.number("windowSeconds"), rate.text("at"));
  }

  private static Site site(Node site) {
    return new Site(
        site.text("id"),
        site.text("class"),
        site.textOrNull("method"),
        site.textOrNull("file"),
        site.has("line") ? (int) site.count("line") : null,
        site.text("kind"),
        site.text("attribution"),
        site.count("connections"),
        site.count("failed"),
        site.list("failures", node -> new Failures(node.text("kind"), node.count("count"))),
        site.count("abandoned"),
        site.count("closed"),
        site.count("openAtEnd"),
        site.count("peakOpen"),
        site.has("meanRatePerSecond") ? site.number("meanRatePerSecond") : null,
        peakRate(site),
        lifetime(site.childOrNull("lifetimeMillis")),
        connect(site.childOrNull("connectMicros")),
        closedFirst(site.child("closedFirst")),
        site.list(
            "endpoints",
            node -> new EndpointCount(node.text("address"), node.count("connections"))),
        site.has("scopes")
            ? site.list(
                "scopes", node -> new ScopeCount(node.text("name"), node.count("connections")))
            : null,
        site.list(
            "stacks", node -> new StackCount(node.count("connections"), node.strings("frames"))),
        site.textOrNull("signature"),
        site.has("lifetimeHistogram")
            ? site.list(
                "lifetimeHistogram",
                node -> new LifetimeBucket(node.number("upToMillis"), node.count("connections")))
            : null,
        site.has("clients") ? site.list("clients", ReportNodes::client) : List.of(),
        causes(site),
        library(site.childOrNull("library")),
        library(site.childOrNull("transport")),
        site.has("closedBy") ? site.list("closedBy", ReportNodes::closedBy) : List.of(),
        site.has("unreadAnswers") ? site.count("unreadAnswers") : 0);
  }

  private static Library library(Node node) {
    return node == null ? null : new Library(node.text("name"), node.textOrNull("version"));
  }

  private static List<Cause> causes(Node site) {
    if (!site.has("causeDetails")) {
      return List.of();
    }
    List<String> texts = site.strings("causes");
    List<Cause> causes = new ArrayList<>();
    for (Node details : site.list("causeDetails", node -> node)) {
      if (causes.size() < texts.size()) {
        causes.add(
            new Cause(
                details.text("kind"),
                texts.get(causes.size()),
                details.count("count"),
                details.has("objects") ? details.count("objects") : null,
                details.textOrNull("client"),
                details.textOrNull("builtAt")));
      }
    }
    return causes;
  }

  private static ClosedBy closedBy(Node node) {
    return new ClosedBy(
        node.text("site"),
        node.text("kind"),
        library(node.childOrNull("library")),
        node.text("attribution"),
        node.textOrNull("handedOverBy"),
        node.count("connections"));
  }

  private static ClientObjects client(Node node) {
    return new ClientObjects(
        node.text("kind"),
        node.textOrNull("builtAt"),
        node.count("objects"),
        node.count("connections"));
  }

  private static LifetimeMillis lifetime(Node node) {
    return node == null
        ? null
        : new LifetimeMillis(
            node.number("p50"), node.number("p90"), node.number("p99"), node.number("max"));
  }

  private static ConnectMicros connect(Node node) {
    return node == null
        ? null
        : new ConnectMicros(
            node.number("p50"), node.number("p90"), node.number("p99"), node.number("max"));
  }

  private static ClosedFirstCounts closedFirst(Node node) {
    return new ClosedFirstCounts(
        node.count("local"), node.count("peer"), node.count("reset"), node.count("unknown"));
  }

  private static EndpointUse endpoint(Node endpoint) {
    return new EndpointUse(
        endpoint.text("address"),
        endpoint.textOrNull("host"),
        endpoint.text("transport"),
        endpoint.count("connections"),
        endpoint.count("failed"),
        peakRate(endpoint),
        endpoint.has("timeWaitPeak") ? endpoint.count("timeWaitPeak") : null);
  }

  private static PortExhaustion exhaustion(JsonNode json) {
    Node exhaustion = new Node(json, "portExhaustion");
    if (!json.hasNonNull("first")) {
      return new PortExhaustion(exhaustion.count("errors"), null, null);
    }
    Node first = exhaustion.child("first");
    return new PortExhaustion(
        exhaustion.count("errors"),
        new FirstExhaustion(
            first.text("at"),
            first.text("site"),
            first.text("endpoint"),
            first.textOrNull("message")),
        PortNodes.holders(exhaustion));
  }

  private static LimitResult limit(Node limit) {
    return new LimitResult(
        limit.text("limit"),
        limit.text("subject"),
        limit.has("measured") ? limit.number("measured") : null,
        limit.number("allowed"),
        limit.text("unit"),
        limit.textOrNull("verdict"),
        limit.textOrNull("detail"));
  }
}
