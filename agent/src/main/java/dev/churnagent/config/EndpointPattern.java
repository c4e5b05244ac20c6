package dev.churnagent.config;

import java.util.Locale;

/**
 * A pattern for endpoints: {@code *} stands for any characters, e.g. {@code *:27015}, {@code
 * 10.0.*}, {@code unix:/run/*}. It is matched against the address ({@code 127.0.0.1:27015}) and
 * against the name that was asked for with the port ({@code device.local:27015}), the latter in any
 * case of letters.
 */
public final class EndpointPattern {
  private static final int MAX_PORT_DIGITS = 5;

  private final String text;
  private final Glob address;
  private final Glob name;

  private EndpointPattern(String text) {
    this.text = text;
    this.address = new Glob(text.replace("*", "**"), Glob.NO_BARRIER);
    this.name = new Glob(text.toLowerCase(Locale.ROOT).replace("*", "**"), Glob.NO_BARRIER);
  }

  /**
   * Parses one pattern.
   *
   * @param key the option it stands in, for the message
   * @throws ConfigurationException if {@code text} could match no endpoint: it has no port, holds
   *     white space, or is an IPv6 address without brackets
   */
  public static EndpointPattern parse(String key, String text) throws ConfigurationException {
    String trimmed = text.trim();
    if (!canMatch(trimmed)) {
      throw new ConfigurationException(
          key
              + ": '"
              + text
              + "' is not an endpoint; allowed is address:port or unix:path with *, e.g. *:27015,"
              + " 10.0.* or [::1]:80");
    }
    return new EndpointPattern(trimmed);
  }

  private static boolean canMatch(String glob) {
    for (int i = 0; i < glob.length(); i++) {
      if (Character.isWhitespace(glob.charAt(i)) || Character.isISOControl(glob.charAt(i))) {
        return false;
      }
    }
    if (glob.startsWith("unix:")) {
      return glob.length() > "unix:".length();
    }
    if (glob.endsWith("*")) {
      return true;
    }
    int colon = glob.lastIndexOf(':');
    if (colon <= 0 || !isPort(glob.substring(colon + 1))) {
      return false;
    }
    String host = glob.substring(0, colon);
    return host.indexOf(':') < 0
        || host.startsWith("*")
        || host.startsWith("[") && host.endsWith("]");
  }

  private static boolean isPort(String glob) {
    if (glob.isEmpty() || glob.length() > MAX_PORT_DIGITS) {
      return false;
    }
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (c != '*' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether an endpoint matches.
   *
   * @param endpointAddress as in {@link dev.churnagent.model.Endpoint#address()}
   * @param host the name asked for, or null
   */
  public boolean matches(String endpointAddress, String host) {
    if (address.matches(endpointAddress)) {
      return true;
    }
    int colon = endpointAddress.lastIndexOf(':');
    return host != null
        && colon >= 0
        && name.matches((host + endpointAddress.substring(colon)).toLowerCase(Locale.ROOT));
  }

  /** The pattern as written. */
  @Override
  public String toString() {
    return text;
  }
}
