package dev.churnagent.model;

import java.util.Locale;

/** Why an attempt to connect failed. Codes stand in journals and never change. */
public enum FailureKind {
  /** Anything that no other kind names, such as a close by another thread while connecting. */
  OTHER(0),
  /** Nobody listens there, or the listener refused. */
  REFUSED(1),
  /** Ours or the system's time to connect ran out. */
  TIMEOUT(2),
  /** No route to the host or network. */
  UNREACHABLE(3),
  /** No ephemeral port was left for this connect. */
  EXHAUSTED(4),
  /** The address had no IP address; nothing was attempted, so it is not part of {@code failed}. */
  UNRESOLVED(5);

  private static final FailureKind[] BY_CODE = {
    OTHER, REFUSED, TIMEOUT, UNREACHABLE, EXHAUSTED, UNRESOLVED
  };

  private final int code;

  FailureKind(int code) {
    this.code = code;
  }

  /** The number in journals. */
  public int code() {
    return code;
  }

  /** The word in reports, e.g. {@code refused}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the attempt reached the operating system and so counts as {@code failed}. */
  public boolean isFailedAttempt() {
    return this != UNRESOLVED;
  }

  /** The value for a journal's number; {@link #OTHER} for a number of a later version. */
  public static FailureKind ofCode(int code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : OTHER;
  }
}
