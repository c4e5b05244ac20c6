package dev.churnagent.recorder.call;

/** What each thread is doing: its scope, its watched call, where its work came from. */
public interface Contexts {
  /** Who asks on this thread now, with its stack. Costs a stack; never null. */
  Asker asker();

  /** This thread does network I/O. Cheap where no watched call is open. */
  void networkUsed();

  /** This thread just opened a connection. Cheap where no watched call is open. */
  void connected();

  /** The scope that this thread is in, or -1. Cheap where none ever began. */
  int scopeId();

  /** A new number for a call. */
  int nextCallId();

  /** Number of the client that this thread works for, or -1. */
  int clientId();

  /** Where this thread's task was handed over, or -1. Cheap where nothing was ever handed over. */
  int originId();

  /**
   * The id of this thread's stack together with where its work was handed over; the same id if that
   * is not known. Cheap where nothing was ever handed over.
   */
  int withOrigin(int stackId);
}
