package dev.churnagent.report;

import dev.churnagent.analysis.PortFindings;
import dev.churnagent.analysis.ports.PortSteps;
import dev.churnagent.analysis.ports.PortUse;
import dev.churnagent.analysis.timeline.ConnectionSteps;
import dev.churnagent.report.Report.Timeline;
import dev.churnagent.report.Report.TimelineSystem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes the report's {@code timeline}. */
final class TimelineRow {
  private static final double NANOS_PER_MILLI = 1e6;

  private TimelineRow() {}

  /**
   * The columns.
   *
   * @param steps connections over time, or null if there is no run
   * @return null if no connection was established and no attempt failed
   */
  static Timeline of(ConnectionSteps steps, PortFindings ports) {
    if (steps == null || isEmpty(steps.connects()) && isEmpty(steps.failed())) {
      return null;
    }
    return new Timeline(
        UtcTime.of(steps.axis().startNanos()),
        steps.axis().stepNanos() / NANOS_PER_MILLI,
        list(steps.connects()),
        list(steps.failed()),
        perSecond(steps.peakConnectsPerSecond()),
        list(steps.open()),
        systems(ports));
  }

  private static boolean isEmpty(long[] column) {
    for (long count : column) {
      if (count != 0) {
        return false;
      }
    }
    return true;
  }

  private static List<TimelineSystem> systems(PortFindings ports) {
    List<TimelineSystem> systems = new ArrayList<>();
    for (int i = 0; i < ports.steps().size(); i++) {
      PortUse use = ports.profiles().get(i);
      PortSteps steps = ports.steps().get(i);
      systems.add(
          new TimelineSystem(
              use.profile().os(),
              use.hops(),
              use.profile().ports(),
              list(steps.timeWait()),
              list(steps.ports())));
    }
    return Collections.unmodifiableList(systems);
  }

  private static List<Double> perSecond(long[] column) {
    if (column == null) {
      return null;
    }
    List<Double> list = new ArrayList<>(column.length);
    for (long count : column) {
      list.add((double) count);
    }
    return Collections.unmodifiableList(list);
  }

  private static List<Long> list(long[] column) {
    List<Long> list = new ArrayList<>(column.length);
    for (long count : column) {
      list.add(count);
    }
    return Collections.unmodifiableList(list);
  }
}
