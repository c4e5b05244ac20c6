package dev.churnagent.analysis.fetch;

/**
 * A line of the program on the way to a fetch. Interned by {@link Places}, so two are the same if
 * and only if they are the same object.
 */
public final class Place {
  final String className;
  final String method;
  final String file;
  final int line;

  /** Whether a compiler made the frame's method, as for a lambda, out of {@link #method}. */
  final boolean synthetic;

  /** Number of class and method: equal for all lines of one method. */
  int methodNumber;

  /**
   * Creates one as a person wrote it.
   *
   * @param className binary name, not null
   * @param method may be null only for the unknown place
   * @param file simple name of the source file, or null
   * @param line -1 if unknown
   * @param synthetic whether the frame is a lambda or the like that was written in this method
   */
  public Place(String className, String method, String file, int line, boolean synthetic) {
    this.className = className;
    this.method = method == null ? "(unknown)" : method;
    this.file = file;
    this.line = line;
    this.synthetic = synthetic;
  }

  boolean isSameMethod(Place other) {
    return methodNumber == other.methodNumber;
  }
}
