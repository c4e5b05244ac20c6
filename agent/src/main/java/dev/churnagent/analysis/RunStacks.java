package dev.churnagent.analysis;

import dev.churnagent.model.CallStack;
import java.util.ArrayList;
import java.util.List;

/** The stacks of one run by their numbers in its journal, and where threads' work came from. */
final class RunStacks {
  /** A stack that could not be taken or read. */
  static final CallStack UNKNOWN = new CallStack(List.of());

  private final List<CallStack> stacks = new ArrayList<>();
  private final List<CallStack> origins = new ArrayList<>();

  void stackDefined(int stackId, CallStack stack) {
    set(stacks, stackId, stack);
  }

  void originDefined(int originId, int stackId, int parentOriginId) {
    CallStack by = get(origins, parentOriginId, null);
    set(origins, originId, by == null ? of(stackId) : new CallStack(of(stackId).frames(), by));
  }

  /** The stack of that number, or {@link #UNKNOWN}. */
  CallStack of(int stackId) {
    return get(stacks, stackId, UNKNOWN);
  }

  /** The same with where the thread's work came from, if that is known. */
  CallStack of(int stackId, int originId) {
    CallStack by = get(origins, originId, null);
    return by == null ? of(stackId) : new CallStack(of(stackId).frames(), by);
  }

  private static void set(List<CallStack> list, int id, CallStack stack) {
    while (list.size() <= id) {
      list.add(UNKNOWN);
    }
    list.set(id, stack);
  }

  private static CallStack get(List<CallStack> list, int id, CallStack otherwise) {
    return id >= 0 && id < list.size() ? list.get(id) : otherwise;
  }
}
