package dev.churnagent.sockets;

/** Takes the rows of a machine's TCP table, one call each, without an object for each. */
public interface SocketVisitor {
  /**
   * One socket.
   *
   * @param localHigh first 8 bytes of our address, see the package; all 16 are 0 for any address
   * @param localLow its last 8 bytes
   * @param localPort 0 to 65535
   * @param remoteHigh first 8 bytes of the peer's address; with port 0 there is no peer
   * @param remoteLow its last 8 bytes
   * @param remotePort 0 to 65535, 0 in a listening socket
   * @param state never null
   * @param owner an inode or a process id, as {@link SocketTable#ownerKind()} says; 0 if nobody
   *     owns it any more, as in TIME_WAIT; -1 if the table does not tell
   */
  void socket(
      long localHigh,
      long localLow,
      int localPort,
      long remoteHigh,
      long remoteLow,
      int remotePort,
      TcpState state,
      long owner);
}
