package dev.churnagent.recorder.call;

/** What each thread is doing: its scope, its watched call, where its work came from. */
public interface Contexts {
  /** Who asks on this thread now, with its stack. Costs a stack; never null. */
  Asker asker();

  /** This thread does network I/O. Cheap where no watched call is open. */
  void networkUsed();

  /** This thread just opened a connection, from this stack. */
  void connected(int stackId);

  /** A new number for a call. */
  int nextCallId();
}
