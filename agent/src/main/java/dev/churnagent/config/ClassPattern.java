package dev.churnagent.config;

import java.util.regex.Pattern;

/**
 * A pattern of the contract's section 1: a class name with {@code *} (within one package) and
 * {@code **} (across packages), then optionally {@code #method}, where the method may hold {@code
 * *}.
 */
public final class ClassPattern {
  private static final Pattern VALID =
      Pattern.compile("[\\p{javaJavaIdentifierPart}.*$]+(#[\\p{javaJavaIdentifierPart}*<>$]+)?");

  private final String text;
  private final Pattern className;
  private final Pattern method;

  private ClassPattern(String text, Pattern className, Pattern method) {
    this.text = text;
    this.className = className;
    this.method = method;
  }

  /**
   * Parses one pattern.
   *
   * @param key the option it stands in, for the message
   * @throws ConfigurationException if {@code text} is no pattern
   */
  public static ClassPattern parse(String key, String text) throws ConfigurationException {
    String trimmed = text.trim();
    if (!VALID.matcher(trimmed).matches()
        || trimmed.startsWith(".")
        || trimmed.contains("..")
        || trimmed.contains("***")) {
      throw new ConfigurationException(
          key
              + ": '"
              + text
              + "' is not a pattern; allowed is a class name with * and **, then optionally"
              + " #method, e.g. com.acme.** or com.acme.Device#get*");
    }
    int hash = trimmed.indexOf('#');
    String classPart = hash < 0 ? trimmed : trimmed.substring(0, hash);
    Pattern method = hash < 0 ? null : Pattern.compile(regex(trimmed.substring(hash + 1)));
    return new ClassPattern(trimmed, Pattern.compile(regex(classPart)), method);
  }

  private static String regex(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (c != '*') {
        regex.append(Pattern.quote(String.valueOf(c)));
      } else if (i + 1 < glob.length() && glob.charAt(i + 1) == '*') {
        regex.append(".*");
        i++;
      } else {
        regex.append("[^.]*");
      }
    }
    return regex.toString();
  }

  /** Whether a class of this binary name, any method, matches. */
  public boolean matchesClass(String name) {
    return className.matcher(name).matches();
  }

  /** Whether this method of this class matches; a pattern without method matches every method. */
  public boolean matches(String name, String methodName) {
    return matchesClass(name) && (method == null || method.matcher(methodName).matches());
  }

  /** The pattern as written. */
  @Override
  public String toString() {
    return text;
  }
}
