package dev.churnagent.report;

import dev.churnagent.report.Report.Holder;
import dev.churnagent.report.Report.PortProfileUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How people are told of ports; the same words in every format. */
public final class PortWords {
  private static final int TIME = "2026-11-22T".length();
  private static final double EXACTLY_BELOW = 10;
  private static final double LEAST = 0.1;

  private PortWords() {}

  /** The system, and the hops if there are more than one: {@code windows, 2 hops}. */
  public static String system(PortProfileUse use) {
    return use.hops() == 1 ? use.os() : use.os() + ", " + use.hops() + " hops";
  }

  /** The time of day in UTC of a time in a report, e.g. {@code 12:03:10.123}. */
  public static String time(String at) {
    return at.endsWith("Z") && at.length() > TIME ? at.substring(TIME, at.length() - 1) : at;
  }

  /** A percentage, with a decimal where it is small; some is never told as none. */
  public static String percent(double percent) {
    if (percent > 0 && percent < LEAST) {
      return "under " + LEAST + " %";
    }
    return Numbers.decimal(percent, percent < EXACTLY_BELOW ? 1 : 0) + " %";
  }

  /** How long after the run's start, e.g. {@code 41 s}. */
  public static String after(String startedAt, String at) {
    return Numbers.millis(Math.max(0, UtcTime.millisBetween(startedAt, at)));
  }

  /** What one holder held: {@code 812 in TIME_WAIT, 3 open, to ADDRESS from}; its site follows. */
  public static String held(Holder holder) {
    StringBuilder text = new StringBuilder();
    if (holder.timeWait() > 0) {
      text.append(Numbers.count(holder.timeWait())).append(" in TIME_WAIT");
    }
    if (holder.open() > 0) {
      text.append(text.length() == 0 ? "" : ", ");
      text.append(Numbers.count(holder.open())).append(" open");
    }
    return text + ", to " + holder.endpoint() + " from ";
  }

  /** The sites that held most, with their ports: {@code com.acme.A.run(A.java:4) 812, ...}. */
  public static String sites(List<Holder> holders, int most) {
    Map<String, Long> sites = new LinkedHashMap<>();
    for (Holder holder : holders) {
      Long before = sites.get(holder.site());
      long ports = holder.open() + holder.timeWait();
      sites.put(holder.site(), before == null ? ports : before + ports);
    }
    StringBuilder text = new StringBuilder();
    int shown = 0;
    for (Map.Entry<String, Long> site : sites.entrySet()) {
      if (shown++ < most) {
        text.append(text.length() == 0 ? "" : ", ").append(site.getKey());
        text.append(' ').append(Numbers.count(site.getValue()));
      }
    }
    return shown > most ? text + " and " + (shown - most) + " more" : text.toString();
  }
}
