package dev.churnagent.report.diff;

/** The same thing in both reports; one of the two is null if it is in the other report only. */
record Pair<T>(T before, T after) {
  /** The one that is there, the second report's if both are. */
  T latest() {
    return after != null ? after : before;
  }
}
