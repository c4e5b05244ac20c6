package dev.churnagent.report.text;

import dev.churnagent.analysis.WellKnownCode;
import dev.churnagent.report.Numbers;
import dev.churnagent.report.Report.Site;
import dev.churnagent.report.Report.StackCount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who called a site: where its stacks part ways, seen from the connection. In the founding incident
 * these are the five steps that each fetched for themselves.
 */
final class Callers {
  private static final int MOST = 5;

  private Callers() {}

  /** One line such as {@code from StepA.run 8, StepB.run 8}; null if every stack is the same. */
  static String describe(Site site) {
    List<StackCount> stacks = site.stacks();
    int common = commonDepth(stacks);
    if (stacks.size() < 2 || common == 0) {
      return null;
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    for (StackCount stack : stacks) {
      String caller = callerBeyond(stack.frames(), common);
      Long before = counts.get(caller);
      counts.put(caller, stack.connections() + (before == null ? 0 : before));
    }
    return counts.size() < 2 ? null : text(counts);
  }

  /** The first frame from there on that says something: machinery in between does not. */
  private static String callerBeyond(List<String> frames, int common) {
    for (int i = common; i < frames.size(); i++) {
      String frame = frames.get(i);
      if (!isMachinery(frame)) {
        return shortName(frame);
      }
    }
    return "elsewhere";
  }

  /** The JDK, a test tool or a language's runtime, and what stands between two stacks. */
  private static boolean isMachinery(String frame) {
    return frame.startsWith("java.")
        || frame.startsWith("jdk.")
        || frame.startsWith("sun.")
        || frame.startsWith("(")
        || WellKnownCode.includes(frame);
  }

  private static String text(Map<String, Long> counts) {
    List<Map.Entry<String, Long>> callers = new ArrayList<>(counts.entrySet());
    StringBuilder text = new StringBuilder("from ");
    int shown = Math.min(MOST, callers.size());
    for (int i = 0; i < shown; i++) {
      text.append(i == 0 ? "" : ", ").append(callers.get(i).getKey());
      text.append(' ').append(Numbers.count(callers.get(i).getValue()));
    }
    if (callers.size() > shown) {
      text.append(" and ").append(callers.size() - shown).append(" more");
    }
    return text.toString();
  }

  /** How many innermost frames all stacks share. */
  private static int commonDepth(List<StackCount> stacks) {
    int depth = 0;
    while (sharedAt(stacks, depth)) {
      depth++;
    }
    return depth;
  }

  private static boolean sharedAt(List<StackCount> stacks, int depth) {
    String first = null;
    for (StackCount stack : stacks) {
      if (stack.frames().size() <= depth) {
        return false;
      }
      String frame = stack.frames().get(depth);
      if (first != null && !first.equals(frame)) {
        return false;
      }
      first = frame;
    }
    return first != null;
  }

  /** {@code com.acme.StepA.run(StepA.java:42)} as {@code StepA.run}. */
  private static String shortName(String frame) {
    int end = frame.indexOf('(');
    String name = end < 0 ? frame : frame.substring(0, end);
    int method = name.lastIndexOf('.');
    int type = method < 0 ? -1 : name.lastIndexOf('.', method - 1);
    return name.substring(type + 1);
  }
}
