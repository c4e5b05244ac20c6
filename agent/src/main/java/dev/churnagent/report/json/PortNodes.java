package dev.churnagent.report.json;

import dev.churnagent.report.Report.AddressCount;
import dev.churnagent.report.Report.Holder;
import dev.churnagent.report.Report.ObservedPeak;
import dev.churnagent.report.Report.PortProfileUse;
import dev.churnagent.report.Report.Remedy;
import dev.churnagent.report.Report.SiteCount;
import dev.churnagent.report.Report.TimeWait;
import java.util.List;

/** Turns {@code timeWait} and {@code remedies} back, the inverse of {@link JsonPorts}. */
final class PortNodes {
  private PortNodes() {}

  static TimeWait timeWait(Node root) {
    Node node = root.childOrNull("timeWait");
    return node == null
        ? null
        : new TimeWait(node.list("profiles", PortNodes::profile), observed(node));
  }

  private static PortProfileUse profile(Node profile) {
    return new PortProfileUse(
        profile.text("os"),
        (int) profile.count("ports"),
        profile.number("timeWaitSeconds"),
        (int) profile.count("hops"),
        profile.count("peak"),
        profile.textOrNull("peakAt"),
        profile.count("peakPorts"),
        profile.number("portUsePercent"),
        profile.flag("exhausted"),
        profile.textOrNull("exhaustedAt"),
        profile.has("sustainableRatePerSecond") ? profile.number("sustainableRatePerSecond") : null,
        profile.has("sustainableCopies") ? profile.count("sustainableCopies") : null,
        profile.flag("perDestination"),
        profile.textOrNull("peakPortsAt"),
        profile.textOrNull("exhaustedSite"),
        profile.textOrNull("exhaustedEndpoint"),
        holders(profile),
        profile.has("hopsAsFound") && profile.flag("hopsAsFound"),
        profile.textOrNull("freeAt"));
  }

  /** The holders of ports, or null. */
  static List<Holder> holders(Node parent) {
    return !parent.has("holders")
        ? null
        : parent.list(
            "holders",
            node ->
                new Holder(
                    node.textOrNull("site"),
                    node.text("endpoint"),
                    node.count("open"),
                    node.count("timeWait")));
  }

  private static ObservedPeak observed(Node timeWait) {
    Node node = timeWait.childOrNull("observed");
    return node == null
        ? null
        : new ObservedPeak(
            node.count("peak"),
            node.textOrNull("at"),
            addresses(node, "byEndpoint"),
            node.list(
                "bySite", site -> new SiteCount(site.textOrNull("site"), site.count("count"))),
            addresses(node, "unexplained"),
            node.count("modelled"),
            (long) node.number("difference"),
            node.count("looks"));
  }

  private static List<AddressCount> addresses(Node node, String name) {
    return node.list(name, one -> new AddressCount(one.text("address"), one.count("count")));
  }

  static List<Remedy> remedies(Node root) {
    return root.has("remedies") ? root.list("remedies", PortNodes::remedy) : null;
  }

  private static Remedy remedy(Node remedy) {
    return new Remedy(
        remedy.text("kind"),
        remedy.text("target"),
        remedy.count("connectionsBefore"),
        remedy.count("connectionsAfter"),
        remedy.count("timeWaitPeakBefore"),
        remedy.count("timeWaitPeakAfter"),
        remedy.text("how"),
        remedy.text("os"),
        (int) remedy.count("hops"),
        remedy.number("portUsePercentBefore"),
        remedy.number("portUsePercentAfter"));
  }
}
