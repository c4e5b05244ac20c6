package dev.churnagent.analysis;

import dev.churnagent.analysis.fetch.ShortHash;

/**
 * Where in the code connections are opened: class, method as a person wrote it, and line.
 *
 * @param id short hash of class, method and line; the same in every run of the same code
 * @param className binary name, or {@link #UNKNOWN}; never null
 * @param method as written, e.g. {@code run} for a lambda in it; null if the site is unknown
 * @param file simple name of the source file, or null if unknown
 * @param line source line, or -1 if unknown
 * @param kind whose code it is; never null
 */
public record CallSite(
    String id, String className, String method, String file, int line, CodeKind kind) {

  /** The class name of the site whose stack holds no frame that could be told. */
  public static final String UNKNOWN = "(unknown)";

  /** Creates one with the identifier that belongs to the names. */
  static CallSite of(String className, String method, String file, int line, CodeKind kind) {
    return new CallSite(
        ShortHash.of(key(className, method, line)), className, method, file, line, kind);
  }

  static CallSite unknown() {
    return of(UNKNOWN, null, null, -1, CodeKind.JDK);
  }

  /** What makes two sites the same. */
  String key() {
    return key(className, method, line);
  }

  private static String key(String className, String method, int line) {
    return className + '#' + (method == null ? "" : method) + ':' + line;
  }

  /** The site as in a stack trace: {@code com.acme.StepA.run(StepA.java:42)}. */
  public String describe() {
    return FrameText.of(className, method, file, line);
  }
}
