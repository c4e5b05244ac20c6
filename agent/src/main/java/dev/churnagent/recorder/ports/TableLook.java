package dev.churnagent.recorder.ports;

import dev.churnagent.sockets.SocketVisitor;
import dev.churnagent.sockets.TcpState;

/** One look at the table: which ports are in TIME_WAIT towards endpoints of the run, and others. */
final class TableLook implements SocketVisitor {
  private static final int PORTS = 1 << 16;

  private final EndpointIndex endpoints;
  private final OtherSockets others = new OtherSockets();

  /**
   * Ports that a program of this machine listens at, or did since the start: its sockets outlive
   * it. Listeners come first in Linux's table.
   */
  private final boolean[] listening = new boolean[PORTS];

  private KeySet now = new KeySet();
  private KeySet before = new KeySet();
  private int timeWait;

  TableLook(EndpointIndex endpoints) {
    this.endpoints = endpoints;
  }

  /** Forgets the look before the last. */
  void begin() {
    KeySet oldest = before;
    before = now;
    now = oldest;
    now.clear();
    others.clear();
    timeWait = 0;
  }

  /** The look that began failed: the one before is the last again. */
  void undo() {
    KeySet failed = now;
    now = before;
    before = failed;
    before.clear();
  }

  @Override
  public void socket(
      long localHigh,
      long localLow,
      int localPort,
      long remoteHigh,
      long remoteLow,
      int remotePort,
      TcpState state,
      long owner) {
    if (state == TcpState.LISTEN) {
      listening[localPort] = true;
    } else if (state == TcpState.TIME_WAIT) {
      timeWait++;
      int endpoint = endpoints.idOf(remoteHigh, remoteLow, remotePort);
      if (endpoint != EndpointIndex.NONE) {
        now.add(key(endpoint, localPort));
      } else if (listening[localPort]
          || endpoints.idOf(localHigh, localLow, localPort) != EndpointIndex.NONE) {
        others.addListener(localHigh, localLow, localPort);
      } else {
        others.addRemote(remoteHigh, remoteLow, remotePort);
      }
    }
  }

  private static long key(int endpoint, int port) {
    return (long) endpoint << 16 | port;
  }

  static int endpoint(long key) {
    return (int) (key >>> 16);
  }

  static int port(long key) {
    return (int) key & 0xffff;
  }

  /** Whether a program of this machine listened at that port, at whichever address. */
  boolean isListening(int port) {
    return listening[port];
  }

  /** Sockets in TIME_WAIT in all. */
  int timeWait() {
    return timeWait;
  }

  OtherSockets others() {
    return others;
  }

  /** New since the look before, as keys of endpoint and port, in order. */
  long[] appeared() {
    return now.without(before);
  }

  /** No longer there, as keys of endpoint and port, in order. */
  long[] gone() {
    return before.without(now);
  }
}
