package dev.churnagent.analysis;

/** What is done with the events of all runs while they are read once, in one order of time. */
interface Pass {
  /** Takes the events of the next run, in order of start. */
  EventSink nextRun();

  /** Takes what the runs know beside the events of connections. */
  RunResults results();
}
