package dev.churnagent.sockets;

/** Where the table itself names the process, or nobody does. */
final class OwnersInTheTable implements SocketOwners {
  @Override
  public void refresh() {
    // Each reading of the table brings them anew.
  }

  @Override
  public long pidOf(long owner) {
    return owner;
  }

  @Override
  public int unreadableProcesses() {
    return 0;
  }
}
