package dev.churnagent.report.json;

import dev.churnagent.report.Report.Timeline;
import dev.churnagent.report.Report.TimelineSystem;

/** Turns {@code timeline} back, the inverse of {@link JsonTimeline}. */
final class TimelineNodes {
  private TimelineNodes() {}

  static Timeline timeline(Node root) {
    Node node = root.childOrNull("timeline");
    return node == null
        ? null
        : new Timeline(
            node.text("startedAt"),
            node.number("stepMillis"),
            node.counts("connects"),
            node.counts("failed"),
            node.has("peakConnectsPerSecond") ? node.numbers("peakConnectsPerSecond") : null,
            node.counts("open"),
            node.list("systems", TimelineNodes::system));
  }

  private static TimelineSystem system(Node system) {
    return new TimelineSystem(
        system.text("os"),
        (int) system.count("hops"),
        (int) system.count("ports"),
        system.counts("timeWait"),
        system.counts("usedPorts"));
  }
}
