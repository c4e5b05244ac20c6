package dev.churnagent.instrument;

/**
 * One method to weave. Not a record: the first {@code hashCode} of a record bootstraps method
 * handles, which costs some 30 ms before main.
 */
final class Hook {
  private final MethodMatch match;
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
    this.match = new MethodMatch(method, descriptor);
    this.advice = advice;
    this.wireCall = wireCall;
  }

  boolean is(String name, String methodDescriptor) {
    return match.is(name, methodDescriptor);
  }

  String method() {
    return match.method();
  }

  String descriptor() {
    return match.descriptor();
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
