package dev.churnagent.instrument.library;

import dev.churnagent.instrument.MethodMatch;
import java.util.ArrayList;
import java.util.List;

/**
 * One class of a library, also where it was copied to another package, and what is hooked in it.
 */
final class LibraryClass {
  private final String internalName;
  private final List<LibraryHook> hooks = new ArrayList<>();
  private final List<LibraryCall> calls = new ArrayList<>();

  LibraryClass(String internalName) {
    this.internalName = internalName;
  }

  /**
   * Hooks a method that some versions may lack.
   *
   * @param descriptor may end with {@code *}, for whatever follows
   * @param advice the name of its class, below {@code dev.churnagent.instrument}
   */
  LibraryClass with(String method, String descriptor, String advice) {
    hooks.add(new LibraryHook(new MethodMatch(method, descriptor), advice, false));
    return this;
  }

  /**
   * Hooks a method without which something can't be measured. Where the class has no method of this
   * name that is hooked, that is told; so several lines for one name are alternatives.
   */
  LibraryClass needs(String method, String descriptor, String advice) {
    hooks.add(new LibraryHook(new MethodMatch(method, descriptor), advice, true));
    return this;
  }

  /**
   * Hooks the calls of one method inside another one, either of which some versions may lack. See
   * {@link LibraryCall}.
   *
   * @param descriptor may end with {@code *}, for whatever follows
   */
  LibraryClass at(
      String method, String descriptor, String called, String calledDescriptor, String hook) {
    calls.add(new LibraryCall(new MethodMatch(method, descriptor), called, calledDescriptor, hook));
    return this;
  }

  /** The name that it has where nobody moved it. */
  String internalName() {
    return internalName;
  }

  /** What is behind the package. */
  String simpleName() {
    return simpleName(internalName);
  }

  static String simpleName(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1);
  }

  /** Whether a class of that internal name is this one, or a copy of it in another package. */
  boolean is(String name) {
    int before = name.length() - internalName.length();
    return before == 0
        ? name.equals(internalName)
        : before > 0 && name.charAt(before - 1) == '/' && name.endsWith(internalName);
  }

  /** The hook of a method, or null. */
  LibraryHook hook(String method, String descriptor) {
    for (LibraryHook hook : hooks) {
      if (hook.match().is(method, descriptor)) {
        return hook;
      }
    }
    return null;
  }

  /** The hooked calls inside a method; mostly none. */
  List<LibraryCall> calls(String method, String descriptor) {
    List<LibraryCall> found = List.of();
    for (LibraryCall call : calls) {
      if (call.match().is(method, descriptor)) {
        if (found.isEmpty()) {
          found = new ArrayList<>();
        }
        found.add(call);
      }
    }
    return found;
  }

  List<LibraryCall> calls() {
    return calls;
  }

  List<LibraryHook> hooks() {
    return hooks;
  }

  /** Names of the methods that the class must have, each once, beside those that were found. */
  List<String> missing(List<String> found) {
    List<String> missing = new ArrayList<>();
    for (LibraryHook hook : hooks) {
      String method = hook.match().method();
      if (hook.isRequired() && !found.contains(method) && !missing.contains(method)) {
        missing.add(method);
      }
    }
    return missing;
  }
}
