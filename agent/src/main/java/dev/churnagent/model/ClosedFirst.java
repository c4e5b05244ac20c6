package dev.churnagent.model;

/**
 * Which side closed a connection first, and so which side holds TIME_WAIT.
 *
 * <p>Codes stand in journals and never change.
 */
public enum ClosedFirst {
  /** It can't be known: the descriptor went away without passing a hook. */
  UNKNOWN(0),
  /** Our FIN went out before the peer's arrived: we hold TIME_WAIT. */
  LOCAL(1),
  /** The peer's end-of-stream had arrived before our close, read or not: the peer holds it. */
  PEER(2),
  /** Either side sent RST (linger 0, unread data at close, a crash): nobody holds TIME_WAIT. */
  RESET(3);

  private static final ClosedFirst[] BY_CODE = {UNKNOWN, LOCAL, PEER, RESET};

  private final int code;

  ClosedFirst(int code) {
    this.code = code;
  }

  /** The number in journals. */
  public int code() {
    return code;
  }

  /** The value for a journal's number; {@link #UNKNOWN} for a number of a later version. */
  public static ClosedFirst ofCode(int code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : UNKNOWN;
  }
}
