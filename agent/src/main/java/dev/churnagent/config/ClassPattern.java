package dev.churnagent.config;

/**
 * A pattern of the contract's section 1: a class name with {@code *} (within one package) and
 * {@code **} (across packages), then optionally {@code #method}, where the method may hold {@code
 * *}. A nested class is written with its binary name, {@code com.acme.Flow$Step}.
 */
public final class ClassPattern {
  private final String text;
  private final Glob className;
  private final Glob method;

  private ClassPattern(String text, Glob className, Glob method) {
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
    int hash = trimmed.indexOf('#');
    String classPart = hash < 0 ? trimmed : trimmed.substring(0, hash);
    String methodPart = hash < 0 ? null : trimmed.substring(hash + 1);
    if (!isClassGlob(classPart) || methodPart != null && !isMethodGlob(methodPart)) {
      throw new ConfigurationException(
          key
              + ": '"
              + text
              + "' is not a pattern; allowed is a class name with * and **, then optionally"
              + " #method, e.g. com.acme.** or com.acme.Device#get*");
    }
    return new ClassPattern(
        trimmed,
        new Glob(classPart, '.'),
        methodPart == null ? null : new Glob(methodPart, Glob.NO_BARRIER));
  }

  private static boolean isClassGlob(String glob) {
    if (glob.isEmpty() || glob.contains("***")) {
      return false;
    }
    boolean segmentStarts = true;
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (c == '.') {
        if (segmentStarts) {
          return false;
        }
        segmentStarts = true;
        continue;
      }
      // Compilers other than javac also write '-' into class names.
      if (c != '*' && c != '-' && !isNamePart(c) || segmentStarts && c >= '0' && c <= '9') {
        return false;
      }
      segmentStarts = false;
    }
    return !segmentStarts;
  }

  /** Kotlin and Groovy methods may be named {@code should do this}, so this forbids little. */
  private static boolean isMethodGlob(String glob) {
    if (glob.isEmpty() || glob.contains("**")) {
      return false;
    }
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (Character.isISOControl(c) || "#().,;/[]".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNamePart(char c) {
    return Character.isSurrogate(c)
        || Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }

  /** Whether a class of this binary name, any method, matches. */
  public boolean matchesClass(String name) {
    return className.matches(name);
  }

  /** Whether this method of this class matches; a pattern without method matches every method. */
  public boolean matches(String name, String methodName) {
    return className.matches(name) && (method == null || method.matches(methodName));
  }

  /** Whether a method of this name could match, in whatever class. */
  public boolean matchesMethod(String methodName) {
    return method == null || method.matches(methodName);
  }

  /** Whether the pattern names {@code <init>} or {@code <clinit>}: no method is named so. */
  boolean namesConstructor() {
    return method != null && (text.indexOf('<') >= 0 || text.indexOf('>') >= 0);
  }

  /** Whether the pattern names methods, with {@code #}. */
  public boolean namesMethod() {
    return method != null;
  }

  /** The pattern as written. */
  @Override
  public String toString() {
    return text;
  }
}
