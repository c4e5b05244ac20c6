package dev.churnagent.config;

/** A user's mistake in configuration; ends with exit status 2. */
public final class ConfigurationException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Creates it.
   *
   * @param message one line, fit for a user: the key, the value, what is allowed; control
   *     characters that came in with a value are shown escaped, so that it stays one line
   */
  public ConfigurationException(String message) {
    super(oneLine(message));
  }

  private static String oneLine(String message) {
    StringBuilder line = new StringBuilder(message.length());
    for (int i = 0; i < message.length(); i++) {
      char c = message.charAt(i);
      switch (c) {
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> {
          boolean breaksLine = Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
          line.append(breaksLine ? '\ufffd' : c);
        }
      }
    }
    return line.toString();
  }
}
