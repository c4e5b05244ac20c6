package dev.churnagent.report.source;

import java.util.Comparator;

/** How classes are called as files. */
public final class SourceNames {
  /** A file that lies nearer to the root comes first, then by name. */
  static final Comparator<String> NEAREST_FIRST =
      new Comparator<>() {
        @Override
        public int compare(String one, String other) {
          int order = Integer.compare(depth(one), depth(other));
          return order != 0 ? order : one.compareTo(other);
        }
      };

  private SourceNames() {}

  private static int depth(String path) {
    int depth = 0;
    for (int i = 0; i < path.length(); i++) {
      depth += path.charAt(i) == '/' ? 1 : 0;
    }
    return depth;
  }

  /** {@code com/acme/} of {@code com.acme.StepA}; empty without a package. */
  static String folder(String className) {
    return className.substring(0, className.lastIndexOf('.') + 1).replace('.', '/');
  }

  /** {@code StepA} of {@code com.acme.StepA$Inner$1}. */
  static String outermost(String className) {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    int dollar = simple.indexOf('$', 1);
    return dollar < 0 ? simple : simple.substring(0, dollar);
  }

  /**
   * The name of the file below some source folder: {@code com/acme/StepA.java}.
   *
   * @param file simple name of the source file; null: as the class would be called in Java
   */
  public static String onClassPath(String className, String file) {
    return folder(className).concat(file == null ? outermost(className) + ".java" : file);
  }
}
