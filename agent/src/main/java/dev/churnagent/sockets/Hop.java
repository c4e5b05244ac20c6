package dev.churnagent.sockets;

import java.util.List;

/**
 * A process on this machine that takes a connection and has connections of its own: one more hop.
 *
 * @param depth 1 for the process at the far end of the watched one's connection, 2 for the next
 * @param listener where the connection goes to, as the side that opened it knows it; never null
 * @param pid the process that listens there
 * @param onward where its own connections go, each once; never empty
 */
public record Hop(int depth, PeerAddress listener, long pid, List<PeerAddress> onward) {
  /** Keeps an unmodifiable copy. */
  public Hop {
    onward = List.copyOf(onward);
  }
}
