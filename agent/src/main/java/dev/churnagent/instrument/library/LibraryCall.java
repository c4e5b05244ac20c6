package dev.churnagent.instrument.library;

import dev.churnagent.instrument.MethodMatch;

/**
 * A place inside a library's method where it calls another one that is known, which may be the
 * JDK's: a loop's {@code task.run()}, a queue's {@code add(task)}. What lies on top of the stack
 * there, the only argument or the object itself, is told to a hook just before the call.
 */
final class LibraryCall {
  private final MethodMatch match;
  private final String called;
  private final String calledDescriptor;
  private final String hook;

  /**
   * Names such a place.
   *
   * @param match the method that calls
   * @param calledDescriptor of none or one parameter, which is a reference
   * @param hook a method of {@code TaskHook} that takes an {@code Object} and returns nothing
   */
  LibraryCall(MethodMatch match, String called, String calledDescriptor, String hook) {
    this.match = match;
    this.called = called;
    this.calledDescriptor = calledDescriptor;
    this.hook = hook;
  }

  MethodMatch match() {
    return match;
  }

  /** Whether it is a call of that method, of whichever class. */
  boolean calls(String name, String descriptor) {
    return called.equals(name) && calledDescriptor.equals(descriptor);
  }

  String hook() {
    return hook;
  }
}
