package dev.churnagent.model;

/** How the journal of a run ended. Codes stand in journals and never change. */
public enum EndReason {
  /** No end was seen: kill -9, Runtime.halt or a crash, or the program still runs. */
  NOT_SEEN(0),
  /** The JVM ran its shutdown sequence. */
  SHUTDOWN(1);

  private final int code;

  EndReason(int code) {
    this.code = code;
  }

  /** The number in journals. */
  public int code() {
    return code;
  }

  /** The value for a journal's number. */
  public static EndReason ofCode(int code) {
    return code == SHUTDOWN.code ? SHUTDOWN : NOT_SEEN;
  }
}
