package dev.churnagent.junit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Judges a test by its figures, in words that an IDE makes links of. */
final class Verdict {
  private static final int MOST_ROWS = 20;
  private static final int MOST_ENDPOINTS = 3;
  private static final String ELSEWHERE =
      " on threads of which the agent does not know whose work they do, so it can't be told whether"
          + " the limit held (ignoreElsewhere = true leaves them out):";

  private final String test;
  private final Answer answer;
  private final ChurnFigures figures;
  private final List<String> lines = new ArrayList<>();

  private Verdict(String test, Answer answer) {
    this.test = test;
    this.answer = answer;
    this.figures = answer.figures();
  }

  /** The failure's message, or null if every limit was held. */
  static String of(String test, TestLimits limits, Answer answer) {
    String refusal = answer.refusal();
    if (refusal != null) {
      return test + ": " + refusal;
    }
    return new Verdict(test, answer).judge(limits);
  }

  private String judge(TestLimits limits) {
    if (limits.connections() != null) {
      judge(limits.connections());
    }
    if (limits.rate() != null) {
      judge(limits.rate());
    }
    if (limits.redundantCalls() != null) {
      judge(limits.redundantCalls());
    }
    List<String> problems = new ArrayList<>(figures.problems());
    if (limits.redundantCalls() != null) {
      problems.addAll(answer.fetchProblems());
    }
    if (!problems.isEmpty()) {
      String why = " not everything was measured, so no limit counts as held: ";
      lines.add(test + ":" + why + String.join("; ", problems));
    }
    return lines.isEmpty() ? null : String.join(System.lineSeparator(), lines);
  }

  private void judge(MaxConnections limit) {
    String opened = test + " opened " + count(figures.connections(), "connection");
    String allowed = ", allowed " + are(limit.value()) + " (@MaxConnections)";
    if (limit.value() < 0) {
      lines.add(test + ": @MaxConnections(" + limit.value() + "): allowed is 0 or more");
    } else if (figures.connections() > limit.value()) {
      lines.add(opened + allowed + ":");
      addSites(figures.sites());
    } else if (!limit.ignoreElsewhere() && figures.connections() + elsewhere() > limit.value()) {
      lines.add(opened + allowed + ", and " + elsewhere() + " more were opened" + ELSEWHERE);
      addSites(figures.elsewhere());
    }
  }

  private void judge(MaxConnectionRate limit) {
    Answer.JudgedRate rate = answer.rate();
    long most = Math.round(rate.perSecond() * rate.windowSeconds());
    String opened =
        test
            + " opened "
            + count(most, "connection")
            + " within "
            + decimal(rate.windowSeconds())
            + " s";
    String allowed = ", allowed is " + limit.value() + " (@MaxConnectionRate)";
    if (!rate.held()) {
      lines.add(opened + allowed + ":");
      addSites(figures.sites());
    } else if (!limit.ignoreElsewhere() && !rate.heldWithElsewhere()) {
      lines.add(opened + allowed + ", and " + elsewhere() + " in all were opened" + ELSEWHERE);
      addSites(figures.elsewhere());
    }
  }

  private void judge(NoRedundantCalls limit) {
    if (figures.avoidableCalls() > 0) {
      lines.add(
          test
              + " made "
              + count(figures.avoidableCalls(), "redundant call")
              + ", allowed are none (@NoRedundantCalls):");
      addChains();
    } else if (!limit.ignoreElsewhere() && answer.avoidableElsewhere() > 0) {
      lines.add(
          test
              + " made no redundant calls itself (@NoRedundantCalls), but "
              + answer.avoidableElsewhere()
              + " were made"
              + ELSEWHERE.substring(0, ELSEWHERE.length() - 1));
    }
  }

  private long elsewhere() {
    long sum = 0;
    for (ChurnFigures.Site site : figures.elsewhere()) {
      sum += site.connections();
    }
    return sum;
  }

  private void addSites(List<ChurnFigures.Site> sites) {
    int shown = 0;
    long left = 0;
    for (ChurnFigures.Site site : sites) {
      if (site.connections() == 0) {
        continue;
      }
      if (shown++ < MOST_ROWS) {
        lines.add(
            "    at "
                + site.site()
                + "  "
                + count(site.connections(), "connection")
                + " to "
                + endpoints(site.endpoints()));
      } else {
        left += site.connections();
      }
    }
    if (left > 0) {
      lines.add("    and " + left + " at " + (shown - MOST_ROWS) + " more sites");
    }
  }

  private static String endpoints(List<String> all) {
    int shown = Math.min(MOST_ENDPOINTS, all.size());
    String text = String.join(", ", all.subList(0, shown));
    return shown == all.size() ? text : text + " and " + (all.size() - shown) + " more";
  }

  private void addChains() {
    int shown = Math.min(MOST_ROWS, figures.chains().size());
    for (ChurnFigures.Chain chain : figures.chains().subList(0, shown)) {
      lines.add(
          "    "
              + chain.target()
              + ": "
              + count(chain.calls(), "call")
              + ", "
              + chain.avoidableCalls()
              + " avoidable, in "
              + chain.root());
      for (String step : chain.steps()) {
        lines.add("      at " + step);
      }
      lines.add("      " + chain.advice());
    }
    if (shown < figures.chains().size()) {
      lines.add("    and " + (figures.chains().size() - shown) + " more chains");
    }
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String are(long number) {
    return (number == 1 ? "is " : "are ") + number;
  }

  private static String decimal(double number) {
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().toPlainString();
  }
}
