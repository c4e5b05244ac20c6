package dev.churnagent.analysis;

/**
 * A code source of the form {@code protocol:path}, taken apart: the outer file or directory and,
 * inside an archive, the nested path. Understands Spring Boot's two spellings, {@code
 * jar:nested:/x/app.jar/!BOOT-INF/classes/!/} and {@code jar:file:/x/app.jar!/BOOT-INF/classes!/}.
 */
final class CodeLocation {
  private final String outer;
  private final String nested;

  private CodeLocation(String outer, String nested) {
    this.outer = outer;
    this.nested = nested;
  }

  /**
   * Takes a location apart.
   *
   * @param location as in {@link dev.churnagent.model.CodeOrigin#location()}, not null
   */
  static CodeLocation of(String location) {
    String path = withoutPrefix(withoutPrefix(location, "jar:"), "nested:");
    path = withoutPrefix(path, "file:");
    while (path.startsWith("//")) {
      path = path.substring(1);
    }
    int mark = path.indexOf('!');
    if (mark < 0) {
      return new CodeLocation(path, "");
    }
    return new CodeLocation(withoutSlashes(path.substring(0, mark)), nestedPath(path, mark));
  }

  private static String nestedPath(String path, int mark) {
    String nested = path.substring(mark + 1);
    if (nested.endsWith("!/")) {
      nested = nested.substring(0, nested.length() - 2);
    }
    int start = 0;
    while (start < nested.length() && nested.charAt(start) == '/') {
      start++;
    }
    return withoutSlashes(nested.substring(start));
  }

  /** Whether classes here lie directly in a jar file, nested or not. */
  boolean isJar() {
    String file = nested.isEmpty() ? outer : nested;
    return file.regionMatches(true, file.length() - 4, ".jar", 0, 4);
  }

  /** The last part of the path: of the nested one, if there is one. */
  String fileName() {
    String file = nested.isEmpty() ? outer : nested;
    return file.substring(file.lastIndexOf('/') + 1);
  }

  /** Whether this is the part of an executable archive that holds the application's classes. */
  boolean isNestedClasses() {
    return nested.endsWith("BOOT-INF/classes") || nested.endsWith("WEB-INF/classes");
  }

  /** Whether both are the same file, not something nested in it. */
  boolean isSameFile(CodeLocation other) {
    return nested.isEmpty() && other.nested.isEmpty() && outer.equals(other.outer);
  }

  private static String withoutPrefix(String text, String prefix) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private static String withoutSlashes(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}
