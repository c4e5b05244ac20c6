package dev.churnagent.gate;

/** A limit can't be judged by a report alone. The message is one line, fit for a user. */
public final class JournalNeededException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates it with one line that names the limit. */
  public JournalNeededException(String message) {
    super(message);
  }
}
