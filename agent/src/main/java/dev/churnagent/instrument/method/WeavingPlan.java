package dev.churnagent.instrument.method;

import java.util.ArrayList;
import java.util.List;

/** What is to be woven in one class. */
final class WeavingPlan {
  private final List<PlannedMethod> methods = new ArrayList<>();
  private boolean test;

  void add(PlannedMethod method) {
    methods.add(method);
  }

  void hasTest() {
    test = true;
  }

  boolean isEmpty() {
    return methods.isEmpty();
  }

  /** Whether one of the methods is a test. */
  boolean isTest() {
    return test;
  }

  /** The planned method of that name and descriptor, or null. */
  PlannedMethod method(String name, String descriptor) {
    for (PlannedMethod method : methods) {
      if (method.is(name, descriptor)) {
        return method;
      }
    }
    return null;
  }
}
