package dev.churnagent.instrument.method;

import dev.churnagent.config.ClassPattern;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.bytebuddy.dynamic.ClassFileLocator;

/**
 * Weaves watched methods, scope methods and test methods as their classes are loaded. Stays
 * registered, so that another agent's retransformation keeps the advice. Never throws: a class that
 * can't be woven is left as it is, and told.
 *
 * <p>The JDK's own classes are left alone: they are not what an application fetches with.
 */
public final class MethodWeaver implements ClassFileTransformer {
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final Instrumentation instrumentation;
  private final MethodPatterns watch;
  private final MethodPatterns scope;
  private final TestMethods tests;
  private final MethodFinder finder;
  private final MethodWeaving weaving;
  private final LoaderMap loaders;
  private final Runnable firstTest;
  private final Consumer<String> troubles;
  private final ProtectionDomain own = MethodWeaver.class.getProtectionDomain();
  private volatile boolean testMet;

  /**
   * Creates it; nothing is woven before {@link #install}.
   *
   * @param files finds our advice: {@link dev.churnagent.instrument.SocketWeaver#classFiles}
   * @param watch patterns of methods that fetch data; may be empty
   * @param scope patterns of methods whose invocation is a unit of work; empty: test methods
   * @param firstTest called once, when the first test class has been woven, on the thread that
   *     loads it, inside its transformer
   * @param troubles gets a line for each thing that can't be measured
   */
  public MethodWeaver(
      Instrumentation instrumentation,
      ClassFileLocator files,
      List<ClassPattern> watch,
      List<ClassPattern> scope,
      MethodRegistry registry,
      Runnable firstTest,
      Consumer<String> troubles) {
    this.instrumentation = instrumentation;
    this.watch = new MethodPatterns(watch);
    this.scope = new MethodPatterns(scope);
    this.tests = scope.isEmpty() ? new TestMethods() : null;
    this.weaving = new MethodWeaving(files);
    this.loaders = new LoaderMap(troubles);
    this.firstTest = firstTest;
    this.troubles = troubles;
    this.finder = new MethodFinder(this.watch, this.scope, tests, registry, troubles);
  }

  /** What is known of the program's class loaders, for whoever else weaves their classes. */
  public LoaderMap loaders() {
    return loaders;
  }

  /** Begins: classes that are loaded from now on, and those that are loaded already. */
  public void install() {
    try {
      weaving.prepare(!watch.isEmpty(), !scope.isEmpty());
    } catch (RuntimeException | Error e) {
      troubles.accept("watched methods: " + e);
    }
    instrumentation.addTransformer(this, true);
    if (!watch.isEmpty() || !scope.isEmpty() || tests != null) {
      retransformLoaded();
    }
  }

  private void retransformLoaded() {
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (isApplication(type.getClassLoader()) && mayBeMeant(type)) {
        found.add(type);
      }
    }
    LoadedClasses loaded = new LoadedClasses(instrumentation, troubles);
    for (Class<?> type : found) {
      loaded.retransform(type);
    }
  }

  /** By the names in its hierarchy alone; which methods are meant is found in the class file. */
  private boolean mayBeMeant(Class<?> type) {
    if (type.isArray()) {
      return false;
    }
    if (tests != null) {
      tests.seen(type.getName().replace('.', '/'));
    }
    return !watch.isEmpty() && mayBeMeant(watch, type, new HashSet<>())
        || !scope.isEmpty() && mayBeMeant(scope, type, new HashSet<>());
  }

  private static boolean mayBeMeant(MethodPatterns patterns, Class<?> type, Set<String> seen) {
    if (type == null || !seen.add(type.getName())) {
      return false;
    }
    if (patterns.mayMean(type.getName()) || mayBeMeant(patterns, type.getSuperclass(), seen)) {
      return true;
    }
    for (Class<?> parent : type.getInterfaces()) {
      if (mayBeMeant(patterns, parent, seen)) {
        return true;
      }
    }
    return false;
  }

  /** Whether classes of this loader are the program's or its libraries', not the JDK's. */
  public static boolean isApplication(ClassLoader loader) {
    return loader != null && loader != PLATFORM;
  }

  /** A line for each pattern that has met no method, which is often a slip of the pen. */
  public List<String> unmatched() {
    List<String> lines = new ArrayList<>();
    for (String pattern : watch.unmatched()) {
      lines.add("watch: no method of a loaded class matches " + pattern);
    }
    for (String pattern : scope.unmatched()) {
      lines.add("scope: no method of a loaded class matches " + pattern);
    }
    return lines;
  }

  @Override
  public byte[] transform(
      ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] classFile) {
    if (!isApplication(loader) || name == null || domain != null && domain == own) {
      return null;
    }
    try {
      return weave(loader, name, classFile);
    } catch (RuntimeException | Error e) {
      troubles.accept(name.replace('/', '.') + " was not woven: " + e);
      return null;
    }
  }

  private byte[] weave(ClassLoader loader, String name, byte[] classFile) {
    if (tests != null) {
      tests.seen(name);
    }
    WeavingPlan plan = finder.find(loader, loaders, classFile);
    if (plan == null || !loaders.of(loader).seesHook(loader)) {
      return null;
    }
    byte[] woven = weaving.weave(classFile, plan);
    if (plan.isTest() && !testMet) {
      testMet = true;
      firstTest.run();
    }
    return woven;
  }
}
