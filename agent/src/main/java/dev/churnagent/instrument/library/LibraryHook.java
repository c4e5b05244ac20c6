package dev.churnagent.instrument.library;

import dev.churnagent.instrument.MethodMatch;

/** One method of a library's class, and its advice. */
final class LibraryHook {
  private static final String PACKAGE = "dev.churnagent.instrument.";

  private final MethodMatch match;
  private final String advice;
  private final boolean required;

  LibraryHook(MethodMatch match, String advice, boolean required) {
    this.match = match;
    this.advice = advice;
    this.required = required;
  }

  MethodMatch match() {
    return match;
  }

  /** The name of the advice's class. */
  String advice() {
    return PACKAGE.concat(advice);
  }

  /** Whether the class must have this method or another one of the same name that is hooked. */
  boolean isRequired() {
    return required;
  }
}
