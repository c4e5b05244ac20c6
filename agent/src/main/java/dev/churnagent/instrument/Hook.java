package dev.churnagent.instrument;

/**
 * One method to weave. Not a record: the first {@code hashCode} of a record bootstraps method
 * handles, which costs some 30 ms before main.
 */
final class Hook {
  private final String method;
  private final String descriptor;
  private final Class<?> advice;
  private final WireCall wireCall;
  private volatile boolean found;

  /**
   * Describes a method; one of the last two is null.
   *
   * @param descriptor may end with {@code *}, for whatever follows
   * @param advice the advice class
   * @param wireCall the calls to put in
   */
  Hook(String method, String descriptor, Class<?> advice, WireCall wireCall) {
    this.method = method;
    this.descriptor = descriptor;
    this.advice = advice;
    this.wireCall = wireCall;
  }

  boolean is(String name, String methodDescriptor) {
    if (!method.equals(name)) {
      return false;
    }
    int common = descriptor.length() - 1;
    return descriptor.charAt(common) == '*'
        ? methodDescriptor.startsWith(descriptor.substring(0, common))
        : descriptor.equals(methodDescriptor);
  }

  String method() {
    return method;
  }

  String descriptor() {
    return descriptor;
  }

  /** The advice class, or null if calls are put in. */
  Class<?> advice() {
    return advice;
  }

  /** The calls to put in, or null if there is advice. */
  WireCall wireCall() {
    return wireCall;
  }

  void found() {
    found = true;
  }

  /** What is wrong with it; null once its method was found and woven. */
  String trouble() {
    if (found) {
      return null;
    }
    String called = wireCall == null ? null : wireCall.called();
    return called == null ? "the method was not found" : "no call of " + called + " in it";
  }
}
