package dev.churnagent.measure;

import dev.churnagent.model.CallStack;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.Frame;
import dev.churnagent.model.RequestKey;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.WatchedMethod;
import java.util.ArrayList;
import java.util.List;

/**
 * The run and the definitions that were read so far. As many as the recorder's tables hold, which
 * are bounded; kept for all measurements, each of which needs a few of them.
 */
final class Known {
  /** Whose frames tell that a thread sets a test up, which is measured for nobody. */
  private static final String[] TEST_RUNNERS = {
    "org.junit.platform.", "org.junit.runner", "org.testng."
  };

  RunInfo run;
  private final List<CallStack> stacks = new ArrayList<>();
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final List<WatchedMethod> methods = new ArrayList<>();
  private final List<RequestKey> requests = new ArrayList<>();
  private final List<Origin> origins = new ArrayList<>();

  /** Where work was handed over: the stack, and where that thread's work came from, or -1. */
  record Origin(int stackId, int parentId) {}

  void stack(int id, CallStack stack) {
    put(stacks, id, stack);
  }

  void endpoint(int id, Endpoint endpoint) {
    put(endpoints, id, endpoint);
  }

  void method(int id, WatchedMethod method) {
    put(methods, id, method);
  }

  void request(int id, RequestKey request) {
    put(requests, id, request);
  }

  void origin(int id, int stackId, int parentId) {
    put(origins, id, new Origin(stackId, parentId));
  }

  /** Null if it was not defined, as for each of these. */
  CallStack stack(int id) {
    return get(stacks, id);
  }

  Endpoint endpoint(int id) {
    return get(endpoints, id);
  }

  RequestKey request(int id) {
    return get(requests, id);
  }

  Origin origin(int id) {
    return get(origins, id);
  }

  WatchedMethod method(int id) {
    return get(methods, id);
  }

  boolean isMeasurement(int methodId) {
    WatchedMethod method = method(methodId);
    return method != null && method.isMeasurement();
  }

  /** Whether a test framework is on the stack: what sets up or tears down tests. */
  boolean isOfTestRunner(int stackId) {
    CallStack stack = stack(stackId);
    if (stack == null) {
      return false;
    }
    // From the outside, where they stand.
    for (int i = stack.frames().size() - 1; i >= 0; i--) {
      Frame frame = stack.frames().get(i);
      for (String runner : TEST_RUNNERS) {
        if (frame.origin().className().startsWith(runner)) {
          return true;
        }
      }
    }
    return false;
  }

  private static <T> void put(List<T> list, int id, T value) {
    while (list.size() <= id) {
      list.add(null);
    }
    list.set(id, value);
  }

  private static <T> T get(List<T> list, int id) {
    return id >= 0 && id < list.size() ? list.get(id) : null;
  }
}
