package dev.churnagent.sockets;

import java.io.IOException;

/**
 * Reads the machine's table of TCP sockets, IPv4 and IPv6. One thread at a time. The table is not
 * read at one instant: sockets that open or close meanwhile may be missing or come twice.
 */
public interface SocketTable {
  /**
   * Hands every row to {@code visitor}.
   *
   * @return how many rows could not be understood and are missing
   * @throws IOException if the table can't be read; rows may have been handed over before
   */
  int read(SocketVisitor visitor) throws IOException;

  /** What {@code owner} is in the rows of this table. */
  OwnerKind ownerKind();
}
