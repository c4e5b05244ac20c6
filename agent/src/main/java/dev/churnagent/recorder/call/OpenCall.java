package dev.churnagent.recorder.call;

/** A watched call that has not ended yet. What is done for it may be noted by any thread. */
interface OpenCall {
  int id();

  boolean hasEnded();

  void networkUsed();

  /** A request for it was the first on its connection. */
  void firstRequestSent();
}
