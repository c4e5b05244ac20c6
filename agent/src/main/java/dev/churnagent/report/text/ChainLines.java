package dev.churnagent.report.text;

import dev.churnagent.report.Names;
import dev.churnagent.report.Numbers;
import dev.churnagent.report.Report.Chain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The worst redundant chains, then what was accepted and what is only told. */
final class ChainLines {
  private static final int MOST_STEPS = 6;
  private static final int MANY_ARGUMENTS = 10;
  private static final String INDENT = "     ";

  private ChainLines() {}

  /**
   * Adds them with a blank line before; nothing if there are none.
   *
   * @param chains null if no fetches were recorded
   * @param most how many to tell at length; with one alone, nothing but what is redundant is told
   */
  static void add(Lines lines, List<Chain> chains, int most) {
    if (chains == null || chains.isEmpty()) {
      return;
    }
    List<Chain> redundant = new ArrayList<>();
    for (Chain chain : chains) {
      if (chain.isRedundant()) {
        redundant.add(chain);
      }
    }
    if (!redundant.isEmpty()) {
      lines.addBlank();
    }
    int shown = Math.min(most, redundant.size());
    for (Chain chain : redundant.subList(0, shown)) {
      lines.addWrapped("Redundant: ", INDENT, story(chain));
      lines.add(INDENT + figures(chain));
    }
    if (shown < redundant.size()) {
      rest(lines, redundant.subList(shown, redundant.size()));
    }
    if (most > 1) {
      accepted(lines, chains);
      oneByOne(lines, chains);
    }
  }

  /** The loop over the most arguments: told, since one request for all may do, and not blamed. */
  private static void oneByOne(Lines lines, List<Chain> chains) {
    Chain widest = null;
    for (Chain chain : chains) {
      long least = widest == null ? MANY_ARGUMENTS : widest.distinctArguments() + 1;
      boolean isOneByOne = chain.avoidableCalls() == 0 && chain.ignored() == null;
      widest = isOneByOne && chain.distinctArguments() >= least ? chain : widest;
    }
    if (widest != null) {
      lines.addWrapped(
          "N+1: ",
          INDENT,
          Names.doer(widest.root())
              + " asks one by one for "
              + Numbers.count(widest.distinctArguments())
              + " arguments: "
              + Names.target(widest.target()));
    }
  }

  private static void rest(Lines lines, List<Chain> chains) {
    long calls = 0;
    for (Chain chain : chains) {
      calls += chain.avoidableCalls();
    }
    lines.add(
        "And "
            + Numbers.count(chains.size(), "redundant chain")
            + " more, with "
            + Numbers.count(calls, "avoidable call")
            + ".");
  }

  private static void accepted(Lines lines, List<Chain> chains) {
    long calls = 0;
    Chain worst = null;
    for (Chain chain : chains) {
      if (chain.ignored() != null && chain.avoidableCalls() > 0) {
        worst = worst == null ? chain : worst;
        calls += chain.avoidableCalls();
      }
    }
    if (worst != null) {
      lines.add(
          "Ignored: " + Numbers.count(calls, "avoidable call") + " (" + worst.ignored() + ")");
    }
  }

  private static String story(Chain chain) {
    String root = Names.doer(chain.root());
    String target = Names.target(chain.target());
    List<String> steps = steps(chain.steps());
    boolean callsTheTarget =
        chain.steps().isEmpty()
            || chain.steps().contains(chain.target())
            || chain.steps().equals(List.of(chain.root()));
    String each = "; each calls " + target + ":";
    return switch (chain.shape()) {
      // In order of time the innermost may be the first, so not "A calls B".
      case "nested" -> root + " runs " + enumeration(steps) + " one inside the other" + each;
      case "loop" ->
          callsTheTarget
              ? root + " calls " + target + " again and again:"
              : root + " runs " + enumeration(steps) + " again and again" + each;
      case "fan-out" -> root + " starts " + enumeration(steps) + " on other threads" + each;
      default ->
          callsTheTarget
              ? root + " calls " + target + " several times:"
              : root + " runs " + enumeration(steps) + each;
    };
  }

  private static String figures(Chain chain) {
    StringBuilder text = new StringBuilder(Numbers.count(chain.calls(), "call"));
    if (chain.distinctArguments() > 1) {
      text.append(" with ").append(Numbers.count(chain.distinctArguments(), "argument"));
    }
    text.append(", ").append(Numbers.count(chain.distinctResults(), "answer"));
    text.append(", ").append(Numbers.count(chain.avoidableCalls())).append(" avoidable");
    if (chain.avoidableConnections() > 0) {
      text.append(" (").append(Numbers.count(chain.avoidableConnections(), "connection"));
      text.append(')');
    }
    text.append(", seen ").append(Numbers.count(chain.occurrences(), "time"));
    return text + ". Fetch once " + Names.shortPlace(chain.root()) + ".";
  }

  /** Class names alone where they tell the steps apart, else with their methods. */
  private static List<String> steps(List<String> steps) {
    List<String> names = new ArrayList<>();
    Set<String> distinct = new HashSet<>();
    for (String step : steps) {
      String name = Names.method(step);
      int hash = name.indexOf('#');
      names.add(name);
      distinct.add(hash < 0 ? name : name.substring(0, hash));
    }
    if (distinct.size() == steps.size() && steps.size() > 1) {
      for (int i = 0; i < names.size(); i++) {
        int hash = names.get(i).indexOf('#');
        names.set(i, hash < 0 ? names.get(i) : names.get(i).substring(0, hash));
      }
    }
    if (names.size() <= MOST_STEPS) {
      return names;
    }
    List<String> shown = new ArrayList<>(names.subList(0, MOST_STEPS - 1));
    shown.add(names.size() - shown.size() + " more");
    return shown;
  }

  private static String enumeration(List<String> steps) {
    return String.join(", ", steps);
  }
}
