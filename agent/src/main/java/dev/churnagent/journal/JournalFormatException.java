package dev.churnagent.journal;

import java.io.IOException;

/**
 * A file is not a journal that this version can read. The message is one clear line that names the
 * file and what is wrong with it, fit for a user.
 */
public final class JournalFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates it.
   *
   * @param message one line that names the file
   */
  public JournalFormatException(String message) {
    super(message);
  }
}
