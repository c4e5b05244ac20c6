package dev.churnagent.config;

import java.util.regex.Pattern;

/**
 * A pattern for endpoints: {@code *} stands for any characters, e.g. {@code *:27015}, {@code
 * 10.0.*}, {@code unix:/run/*}. It is matched against the address ({@code 127.0.0.1:27015}) and
 * against the name that was asked for with the port ({@code device.local:27015}).
 */
public final class EndpointPattern {
  private final String text;
  private final Pattern regex;

  private EndpointPattern(String text, Pattern regex) {
    this.text = text;
    this.regex = regex;
  }

  /**
   * Parses one pattern.
   *
   * @param key the option it stands in, for the message
   * @throws ConfigurationException if {@code text} is blank or holds white space
   */
  public static EndpointPattern parse(String key, String text) throws ConfigurationException {
    String trimmed = text.trim();
    if (trimmed.isEmpty() || trimmed.chars().anyMatch(Character::isWhitespace)) {
      throw new ConfigurationException(
          key
              + ": '"
              + text
              + "' is not an endpoint; allowed is address:port with *, e.g. *:27015");
    }
    StringBuilder regex = new StringBuilder();
    for (char c : trimmed.toCharArray()) {
      regex.append(c == '*' ? ".*" : Pattern.quote(String.valueOf(c)));
    }
    return new EndpointPattern(trimmed, Pattern.compile(regex.toString()));
  }

  /**
   * Whether an endpoint matches.
   *
   * @param address as in {@link dev.churnagent.model.Endpoint#address()}
   * @param host the name asked for, or null
   */
  public boolean matches(String address, String host) {
    if (regex.matcher(address).matches()) {
      return true;
    }
    return host != null
        && regex.matcher(host + address.substring(address.lastIndexOf(':'))).matches();
  }

  /** The pattern as written. */
  @Override
  public String toString() {
    return text;
  }
}
