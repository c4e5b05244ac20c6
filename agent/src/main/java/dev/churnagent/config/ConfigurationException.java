package dev.churnagent.config;

/** A user's mistake in configuration; ends with exit status 2. */
public final class ConfigurationException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Creates it.
   *
   * @param message one line, fit for a user: the key, the value, what is allowed
   */
  public ConfigurationException(String message) {
    super(message);
  }
}
