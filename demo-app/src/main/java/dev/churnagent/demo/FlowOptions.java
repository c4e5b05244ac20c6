package dev.churnagent.demo;

import java.util.List;

/**
 * How to run the flow.
 *
 * @param variant as it happened, or one of the cures
 * @param rounds how many times the flow runs
 * @param pauseMillis pause after each of the flow's five steps; it, not the machine, sets the pace
 */
record FlowOptions(Variant variant, int rounds, int pauseMillis) {
  static final int DEFAULT_ROUNDS = 8;
  static final int DEFAULT_PAUSE_MILLIS = 120;
  private static final int MOST_ROUNDS = 1_000_000;
  private static final int LONGEST_PAUSE_MILLIS = 60_000;

  /** What the flow does about its connections. */
  enum Variant {
    /** As it happened: each step asks, over a short connection. */
    CHURN,
    /** Asked once for each flow. */
    CACHED,
    /** Each step asks, over one kept connection. */
    POOLED
  }

  static FlowOptions parse(Variant variant, List<String> options) throws UsageException {
    int rounds = DEFAULT_ROUNDS;
    int pauseMillis = DEFAULT_PAUSE_MILLIS;
    for (int i = 0; i < options.size(); i += 2) {
      String value = i + 1 < options.size() ? options.get(i + 1) : "";
      switch (options.get(i)) {
        case "--rounds" -> rounds = number("--rounds", value, 1, MOST_ROUNDS);
        case "--pause" -> pauseMillis = number("--pause", value, 0, LONGEST_PAUSE_MILLIS);
        default ->
            throw new UsageException(
                "'" + options.get(i) + "' is no option; allowed is --rounds N, --pause MS");
      }
    }
    return new FlowOptions(variant, rounds, pauseMillis);
  }

  private static int number(String option, String value, int least, int most)
      throws UsageException {
    if (value.matches("[0-9]{1,7}")) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new UsageException(
        option + ": '" + value + "'; allowed is a number from " + least + " to " + most);
  }
}
