package dev.churnagent.sockets;

/** The states of a TCP socket, by the names that RFC 9293 and the systems' tables use. */
public enum TcpState {
  /** A word or number that no table of ours knows. */
  UNKNOWN,
  /** Open in both directions. */
  ESTABLISHED,
  /** Our SYN is under way. */
  SYN_SENT,
  /** Theirs has come. */
  SYN_RECEIVED,
  /** We closed first, not yet acknowledged. */
  FIN_WAIT_1,
  /** We closed first, acknowledged; they have not closed. */
  FIN_WAIT_2,
  /** We closed first and it is over, but the port is kept. */
  TIME_WAIT,
  /** Not connected. */
  CLOSED,
  /** They closed first, our program has not closed yet. */
  CLOSE_WAIT,
  /** They closed first, then we. */
  LAST_ACK,
  /** Waits for connections. */
  LISTEN,
  /** Both closed at once. */
  CLOSING;

  /** Linux numbers them from 1 in this order, see include/net/tcp_states.h; 12 is NEW_SYN_RECV. */
  private static final TcpState[] BY_LINUX_NUMBER = values();

  private static final int NEW_SYN_RECEIVED = 12;

  /** The state for the number in {@code /proc/net/tcp}. */
  static TcpState ofLinuxNumber(int number) {
    if (number == NEW_SYN_RECEIVED) {
      return SYN_RECEIVED;
    }
    return number > 0 && number < BY_LINUX_NUMBER.length ? BY_LINUX_NUMBER[number] : UNKNOWN;
  }

  /** Whether a connection in this state is one that a program still holds or is closing. */
  public boolean isOfConnection() {
    return this != UNKNOWN && this != TIME_WAIT && this != CLOSED && this != LISTEN;
  }
}
