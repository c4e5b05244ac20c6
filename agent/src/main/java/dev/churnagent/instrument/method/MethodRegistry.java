package dev.churnagent.instrument.method;

/** Gives woven methods their numbers. */
public interface MethodRegistry {
  /**
   * A method is about to be woven. May be called by several threads, inside class loading.
   *
   * @param scope true: one invocation is one unit of work; false: it fetches data
   * @param className binary name of the declaring class
   * @param method name as in the class file
   * @param descriptor as in the class file
   * @param pattern the pattern that it matches, as written, or null for a test method
   * @param parameters names of the parameters, null where one is not known; null if none is, and of
   *     a scope, whose arguments nobody tells
   * @return the number that the advice passes to {@link dev.churnagent.hook.CallHook}
   */
  int define(
      boolean scope,
      String className,
      String method,
      String descriptor,
      String pattern,
      String[] parameters);
}
