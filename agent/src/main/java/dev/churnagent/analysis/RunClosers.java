package dev.churnagent.analysis;

/** Who closed the connections of one run, where that was somebody else than who opened them. */
final class RunClosers {
  private final RunStacks stacks;

  /** By site and by closer's stack, from 1; 0 is the unknown one. */
  private final PairCounts closes = new PairCounts();

  RunClosers(RunStacks stacks) {
    this.stacks = stacks;
  }

  /**
   * Somebody else closed a connection.
   *
   * @param site id in {@link Definitions} of the connection's site
   * @param closerStackId the closer's stack in the journal, or -1
   */
  void closed(int site, int closerStackId) {
    closes.increment(site, Math.max(0, closerStackId + 1));
  }

  /** The run ended: hands its sums over. */
  void runEnded(SiteClosers totals, CloserFinder finder) {
    closes.forEach(
        new PairCounts.Visitor() {
          @Override
          public void pair(int site, int closer, long count) {
            totals.add(site, finder.closerOf(stacks.of(closer - 1)), count);
          }
        });
  }
}
