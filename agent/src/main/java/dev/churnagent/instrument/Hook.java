package dev.churnagent.instrument;

/**
 * One method to weave. Not a record: the first {@code hashCode} of a record bootstraps method
 * handles, which costs some 30 ms before main.
 */
final class Hook {
  private final String type;
  private final String method;
  private final String descriptor;
  private final Class<?> advice;

  /** What became of it; null once woven. Guarded by the weaver. */
  private String trouble = "the method was not found";

  /**
   * Describes a method.
   *
   * @param type internal name of the JDK class, e.g. {@code sun/nio/ch/NioSocketImpl}
   * @param advice the advice class
   */
  Hook(String type, String method, String descriptor, Class<?> advice) {
    this.type = type;
    this.method = method;
    this.descriptor = descriptor;
    this.advice = advice;
  }

  boolean is(String name, String methodDescriptor) {
    return method.equals(name) && descriptor.equals(methodDescriptor);
  }

  String type() {
    return type;
  }

  String typeName() {
    return type.replace('/', '.');
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

  String trouble() {
    return trouble;
  }

  void woven() {
    trouble = null;
  }

  void failed(String why) {
    trouble = why;
  }
}
