package dev.churnagent.config;

/**
 * A pattern for the targets of requests: of watched methods as in {@link ClassPattern} ({@code
 * com.acme.Device#get*}), or of HTTP requests as method and URL without query, where {@code *}
 * stands for any characters ({@code GET http://*}{@code /health}, {@code * http://10.0.*}).
 */
public final class RequestPattern {
  private static final String ALLOWED =
      "a method pattern, e.g. com.acme.Device#get*, or an HTTP method and URL with *, e.g. GET"
          + " http://*/health";

  private final String text;
  private final ClassPattern method;
  private final Glob http;

  private RequestPattern(String text, ClassPattern method, Glob http) {
    this.text = text;
    this.method = method;
    this.http = http;
  }

  /**
   * Parses one pattern.
   *
   * @param key the option it stands in, for the message
   * @throws ConfigurationException if {@code text} could match no target
   */
  public static RequestPattern parse(String key, String text) throws ConfigurationException {
    String trimmed = text.trim();
    int space = trimmed.indexOf(' ');
    int hash = trimmed.indexOf('#');
    // A method's name may hold spaces in Kotlin and Groovy, a URL as recorded no '#'.
    if (hash >= 0 || space < 0 && trimmed.indexOf('/') < 0) {
      try {
        return new RequestPattern(trimmed, ClassPattern.parse(key, trimmed), null);
      } catch (ConfigurationException e) {
        throw refused(key, text);
      }
    }
    if (space < 0 || !isVerb(trimmed.substring(0, space)) || !isUrl(trimmed, space + 1)) {
      throw refused(key, text);
    }
    return new RequestPattern(trimmed, null, new Glob(trimmed.replace("*", "**"), Glob.NO_BARRIER));
  }

  private static ConfigurationException refused(String key, String text) {
    return new GivenValue(key, text).refused("is not a request", ALLOWED);
  }

  /** An HTTP method is written in capitals in every request. */
  private static boolean isVerb(String glob) {
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if ((c < 'A' || c > 'Z') && c != '*' && c != '-') {
        return false;
      }
    }
    return !glob.isEmpty();
  }

  /** Targets have no query, so a pattern with one would never match. */
  private static boolean isUrl(String glob, int from) {
    for (int i = from; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (Character.isWhitespace(c) || Character.isISOControl(c) || c == '?' || c == '#') {
        return false;
      }
    }
    return glob.startsWith("http://", from)
        || glob.startsWith("https://", from)
        || glob.startsWith("*", from);
  }

  /**
   * Whether a target matches.
   *
   * @param target {@code com.acme.Device#getNecessaryData} or {@code GET http://host:80/path}
   */
  public boolean matches(String target) {
    int hash = target.indexOf('#');
    if (http != null) {
      return hash < 0 && http.matches(target);
    }
    return hash >= 0 && method.matches(target.substring(0, hash), target.substring(hash + 1));
  }

  /** The pattern as written. */
  @Override
  public String toString() {
    return text;
  }
}
