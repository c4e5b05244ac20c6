package dev.churnagent.instrument.method;

import dev.churnagent.config.ClassPattern;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Finds in a class file what is to be woven, and has it numbered. */
final class MethodFinder {
  /** So many methods are no choice but a pattern that means everything. */
  private static final int MAX_METHODS = 20_000;

  private final MethodPatterns watch;
  private final MethodPatterns scope;
  private final TestMethods tests;
  private final MethodRegistry registry;
  private final Consumer<String> troubles;

  /** The number of each method that has one: a class may be transformed again and again. */
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

  /**
   * Creates it.
   *
   * @param tests null if tests are no scopes
   */
  MethodFinder(
      MethodPatterns watch,
      MethodPatterns scope,
      TestMethods tests,
      MethodRegistry registry,
      Consumer<String> troubles) {
    this.watch = watch;
    this.scope = scope;
    this.tests = tests;
    this.registry = registry;
    this.troubles = troubles;
  }

  /**
   * Looks at a class.
   *
   * @return null if nothing of it is to be woven
   */
  WeavingPlan find(ClassLoader loader, LoaderMap loaders, byte[] classFile) {
    boolean testsToo = tests != null && tests.mayHold(classFile);
    if (!testsToo && watch.isEmpty() && scope.isEmpty()) {
      return null;
    }
    ClassOutline type = new ClassOutline(classFile);
    LoaderFacts facts = loaders.of(loader);
    WeavingPlan plan = new WeavingPlan();
    boolean testClass = testsToo && tests.isTestClass(type);
    boolean jdkToo = watch.meanJdkToo() || scope.meanJdkToo();
    Ancestors ancestors = new Ancestors(loader, facts, type, jdkToo);
    for (MethodOutline method : type.methods()) {
      PlannedMethod planned = new PlannedMethod(method);
      watch(type, method, watch.meaning(type, method, ancestors), planned);
      scope(type, method, scope.meaning(type, method, ancestors), planned);
      if (testsToo && tests.isTest(loader, facts, type, method, testClass)) {
        scope(type, method, null, true, planned);
        plan.hasTest();
      }
      if (planned.isWatched() || planned.isScope()) {
        plan.add(planned);
      }
    }
    return plan.isEmpty() ? null : plan;
  }

  private void watch(
      ClassOutline type, MethodOutline method, ClassPattern pattern, PlannedMethod planned) {
    if (pattern != null && isWeavable(type, method, pattern)) {
      Integer id = number(false, type, method, pattern.toString());
      if (id != null) {
        planned.setWatched(id);
      }
    }
  }

  private void scope(
      ClassOutline type, MethodOutline method, ClassPattern pattern, PlannedMethod planned) {
    scope(type, method, pattern, pattern != null && isWeavable(type, method, pattern), planned);
  }

  private void scope(
      ClassOutline type,
      MethodOutline method,
      ClassPattern pattern,
      boolean wanted,
      PlannedMethod planned) {
    if (wanted) {
      Integer id = number(true, type, method, pattern == null ? null : pattern.toString());
      if (id != null) {
        planned.setScope(id);
      }
    }
  }

  /** An abstract method is woven where it is implemented; a native one nowhere. */
  private boolean isWeavable(ClassOutline type, MethodOutline method, ClassPattern pattern) {
    if (method.isNative() && isNamed(pattern, method)) {
      troubles.accept(
          type.binaryName() + "." + method.name() + ": is native, which can't be watched");
    }
    return method.isWeavable();
  }

  private static boolean isNamed(ClassPattern pattern, MethodOutline method) {
    return pattern.toString().endsWith("#".concat(method.name()));
  }

  /** Null if there are too many already. */
  private Integer number(boolean scope, ClassOutline type, MethodOutline method, String pattern) {
    String key = (scope ? "s" : "w") + type.name() + '#' + method.name() + method.descriptor();
    Integer known = numbers.get(key);
    if (known == null) {
      if (numbers.size() >= MAX_METHODS) {
        troubles.accept(
            "more than " + MAX_METHODS + " methods match the patterns; no more of them");
        return null;
      }
      known =
          registry.define(
              scope,
              type.binaryName(),
              method.name(),
              method.descriptor(),
              pattern,
              scope ? null : type.parameterNames(method));
      numbers.put(key, known);
    }
    return known;
  }
}
