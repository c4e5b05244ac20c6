package dev.churnagent.cli;

/** A command can't do what was asked, for a reason that the user can understand; status 2. */
final class CommandException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Creates it.
   *
   * @param message one line that names what is unusable and why
   */
  CommandException(String message) {
    super(message);
  }

  /**
   * Creates it with a cause that only {@code --debug} shows.
   *
   * @param message one line
   */
  CommandException(String message, Throwable cause) {
    super(message, cause);
  }
}
