package dev.churnagent.demo;

/** Input that can't be understood; the message is one line that names what is allowed. */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates it with that line. */
  public UsageException(String message) {
    super(message);
  }
}
