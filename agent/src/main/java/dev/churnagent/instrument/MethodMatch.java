package dev.churnagent.instrument;

/**
 * Names a method. Not a record: the first {@code hashCode} of a record bootstraps method handles,
 * which costs some 30 ms before main.
 */
public final class MethodMatch {
  private final String method;
  private final String descriptor;

  /**
   * Names a method.
   *
   * @param descriptor may end with {@code *}, for whatever follows
   */
  public MethodMatch(String method, String descriptor) {
    this.method = method;
    this.descriptor = descriptor;
  }

  /** Whether this is the method. */
  public boolean is(String name, String methodDescriptor) {
    if (!method.equals(name)) {
      return false;
    }
    int common = descriptor.length() - 1;
    return descriptor.charAt(common) == '*'
        ? methodDescriptor.regionMatches(0, descriptor, 0, common)
        : descriptor.equals(methodDescriptor);
  }

  /** Its name. */
  public String method() {
    return method;
  }

  /** Its descriptor, as it was given. */
  public String descriptor() {
    return descriptor;
  }
}
