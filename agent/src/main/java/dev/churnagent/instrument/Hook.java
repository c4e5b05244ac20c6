package dev.churnagent.instrument;

/**
 * One method to weave. Not a record: the first {@code hashCode} of a record bootstraps method
 * handles, which costs some 30 ms before main.
 */
final class Hook {
  private final String method;
  private final String descriptor;
  private final Class<?> advice;
  private volatile boolean found;

  /**
   * Describes a method.
   *
   * @param advice the advice class
   */
  Hook(String method, String descriptor, Class<?> advice) {
    this.method = method;
    this.descriptor = descriptor;
    this.advice = advice;
  }

  boolean is(String name, String methodDescriptor) {
    return method.equals(name) && descriptor.equals(methodDescriptor);
  }

  String method() {
    return method;
  }

  String descriptor() {
    return descriptor;
  }

  Class<?> advice() {
    return advice;
  }

  void found() {
    found = true;
  }

  /** What is wrong with it; null once its method was found and woven. */
  String trouble() {
    return found ? null : "the method was not found";
  }
}
