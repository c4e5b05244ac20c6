package dev.churnagent.benchmarks.harness;

import java.io.IOException;
import java.util.List;

/** A forked program that is run with each variant in turn; its text tells which one it is. */
public interface PairedFork {

  /**
   * Runs it once.
   *
   * @throws IOException also if what was counted on its sides is not equal
   */
  Turns.Cost run(Variant variant) throws IOException, InterruptedException;

  /** Its cells in the table, one for each heading. */
  List<?> cells();

  /** The most that the agent's CPU may be, relative to none; NaN without a target. */
  double target();
}
