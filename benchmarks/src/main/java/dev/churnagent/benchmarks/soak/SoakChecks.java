package dev.churnagent.benchmarks.soak;

import dev.churnagent.benchmarks.harness.Table;
import dev.churnagent.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Compares the sides' counts, and tells whether the samples are flat. */
final class SoakChecks {
  /** Over the last two thirds; half a byte for each connection in 20 minutes of 2,000 a second. */
  static final double MOST_HEAP_GROWTH = 1024 * 1024;

  static final double MOST_THREAD_GROWTH = 1;
  private static final double LEAST_RATE = 0.98;

  private final int rate;
  private final List<Sample> settled;
  private final Table trends =
      new Table("last two thirds", "least", "most", "growth", "per connection", "verdict");
  private final List<String> facts = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  SoakChecks(int rate, List<Sample> samples) {
    this.rate = rate;
    settled = Trend.settled(samples);
    flat("heap after collection, bytes", Sample::heapBytes, MOST_HEAP_GROWTH);
    flat("threads", Sample::threads, MOST_THREAD_GROWTH);
    told("classes", Sample::classes);
    told("metaspace, bytes", Sample::metaspaceBytes);
    told("buffers, bytes", Sample::bufferBytes);
    told("anonymous memory, bytes", Sample::anonymousBytes);
    told("resident memory, bytes", Sample::residentBytes);
    told("mappings", Sample::mappings);
    told("open files", Sample::files);
    told("TIME_WAIT sockets of the system", Sample::timeWait);
    told("journal, bytes", Sample::journalBytes);
  }

  private void flat(String name, ToLongFunction<Sample> measure, double mostGrowth) {
    Trend trend = Trend.of(settled, measure);
    boolean flat = trend.growth() < mostGrowth;
    row(name, trend, flat ? "flat" : "grows");
    if (!flat) {
      wrong.add(String.format(Locale.ROOT, "%s: grown by %.1f", name, trend.growth()));
    }
  }

  private void told(String name, ToLongFunction<Sample> measure) {
    row(name, Trend.of(settled, measure), "");
  }

  private void row(String name, Trend trend, String verdict) {
    long connections = settled.get(settled.size() - 1).connections() - settled.get(0).connections();
    trends.row(
        name,
        String.format(Locale.ROOT, "%.0f", trend.least()),
        String.format(Locale.ROOT, "%.0f", trend.most()),
        String.format(Locale.ROOT, "%+.1f", trend.growth()),
        String.format(Locale.ROOT, "%+.6f", trend.growth() / connections),
        verdict);
  }

  /** The client's counts beside the servers'. */
  void counts(Map<String, Double> client, long accepted) {
    equal("accepted by the servers", client.get("connections").longValue(), accepted);
    equal("failed in the client", 0, client.get("failed").longValue());
    facts.add(
        String.format(
            Locale.ROOT,
            "%d connections in %.0f ways, %.1f per second; accepted %d",
            client.get("connections").longValue(),
            client.get("ways"),
            client.get("rate"),
            accepted));
    if (client.get("rate") < LEAST_RATE * rate) {
      wrong.add("the client did not keep up: " + client.get("rate") + " per second");
    }
  }

  /** The agent's counts beside the servers'. */
  void report(Report report, long accepted) {
    equal("connections in the report", accepted, report.totals().connections());
    equal("closed", accepted, report.totals().closed());
    equal("openAtEnd", 0, report.totals().openAtEnd());
    equal("failed", 0, report.totals().failed());
    equal("abandoned", 0, report.totals().abandoned());
    equal("lostEvents", 0, report.run().lostEvents());
    report.run().degraded().forEach(line -> wrong.add("degraded: " + line));
    facts.add(
        "report: "
            + report.totals().connections()
            + " connections, lostEvents "
            + report.run().lostEvents()
            + ", degraded "
            + report.run().degraded());
    for (Report.Site site : report.sites()) {
      facts.add(site.connections() + " by " + site.describe());
    }
  }

  private void equal(String what, long expected, long actual) {
    if (expected != actual) {
      wrong.add(what + " is " + actual + ", not " + expected);
    }
  }

  Table trends() {
    return trends;
  }

  List<String> facts() {
    return facts;
  }

  /** What does not hold. */
  List<String> wrong() {
    return wrong;
  }
}
