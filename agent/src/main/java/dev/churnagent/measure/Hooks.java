package dev.churnagent.measure;

import java.util.List;

/** What measurements need of those who weave. */
public interface Hooks {
  /** Sees to it that work is followed to other threads; waits for that a little. */
  void followWork();

  /** A line for each class that is in use without its hooks; empty if all is well. */
  List<String> unhooked();
}
