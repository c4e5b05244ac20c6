package dev.churnagent.sockets;

/** Tells which process a row of a {@link SocketTable} belongs to. One thread at a time. */
public interface SocketOwners {
  /** Looks at the processes there are now. Never throws; on Linux it takes a while. */
  void refresh();

  /**
   * The process of a row.
   *
   * @param owner as in the row, see {@link SocketVisitor}
   * @return its id at the last {@link #refresh()}; 0 if nobody owns it; -1 if unknown
   */
  long pidOf(long owner);

  /** How many processes could not be looked into; their sockets' owners are unknown. */
  int unreadableProcesses();

  /** For the rows of this machine's table. */
  static SocketOwners ofThisMachine() {
    switch (OperatingSystem.current()) {
      case LINUX:
        return new ProcessSockets();
      default:
        return new OwnersInTheTable();
    }
  }
}
