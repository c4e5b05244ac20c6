package dev.churnagent.sockets;

/** What a table says of a socket's owner. */
public enum OwnerKind {
  /** The socket's inode; {@link ProcessSockets} knows whose it is. */
  INODE,
  /** The process id. */
  PID,
  /** Nothing. */
  NONE
}
