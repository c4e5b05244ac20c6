package dev.churnagent.model;

/** What a connection runs over. Codes stand in journals and never change. */
public enum Transport {
  /** TCP over IPv4 or IPv6. */
  TCP(0),
  /** A UNIX-domain stream socket: no port, no TIME_WAIT. */
  UNIX(1);

  private final int code;

  Transport(int code) {
    this.code = code;
  }

  /** The number in journals. */
  public int code() {
    return code;
  }

  /** The value for a journal's number. */
  public static Transport ofCode(int code) {
    return code == UNIX.code ? UNIX : TCP;
  }
}
