package dev.churnagent.analysis;

/** Writes a place in the code as stack traces do, so that IDEs make a link of it. */
public final class FrameText {
  private static final int NATIVE = -2;

  private FrameText() {}

  /**
   * The text, e.g. {@code com.acme.StepA.run(StepA.java:42)}.
   *
   * @param method may be null; then only the class stands before the bracket
   * @param file simple name, or null if unknown
   * @param line -1 if unknown, -2 for a native method
   */
  public static String of(String className, String method, String file, int line) {
    StringBuilder text = new StringBuilder(className);
    if (method == null) {
      return text.toString();
    }
    text.append('.').append(method).append('(');
    if (line == NATIVE) {
      text.append("Native Method");
    } else if (file == null) {
      text.append("Unknown Source");
    } else {
      text.append(file);
      if (line >= 0) {
        text.append(':').append(line);
      }
    }
    return text.append(')').toString();
  }
}
