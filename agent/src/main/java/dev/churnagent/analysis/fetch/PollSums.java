package dev.churnagent.analysis.fetch;

/** Waiting loops of one request at one site, added up. */
final class PollSums {
  final AnswerSet answers = new AnswerSet();
  final String site;
  long calls;

  /** From the first start to the last one of each loop. */
  long nanos;

  /** How many intervals lie in that time. */
  long intervals;

  PollSums(String site) {
    this.site = site;
  }

  void addAll(PollSums other) {
    answers.addAll(other.answers);
    calls += other.calls;
    nanos += other.nanos;
    intervals += other.intervals;
  }
}
