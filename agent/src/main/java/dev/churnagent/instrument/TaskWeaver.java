package dev.churnagent.instrument;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.bytebuddy.dynamic.ClassFileLocator;

/**
 * Weaves the JDK's executors, threads and timers, once there is a scope whose work could go to
 * another thread; until then it has loaded nothing. Works as {@link SocketWeaver} does: the early
 * classes at once, the late ones when they are loaded, and it stays registered.
 */
public final class TaskWeaver implements ClassFileTransformer {
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final Instrumentation instrumentation;
  private final ClassFileLocator files;
  private final Consumer<String> troubles;
  private final Object installing = new Object();
  private final Map<String, HookedClass> hooked = new LinkedHashMap<>();
  private volatile Weaving weaving;
  private boolean begun;
  private boolean done;

  /**
   * Creates it; nothing is woven yet.
   *
   * @param files from {@link SocketWeaver#classFiles}
   * @param troubles gets a line for each method that could not be hooked
   */
  public TaskWeaver(
      Instrumentation instrumentation, ClassFileLocator files, Consumer<String> troubles) {
    this.instrumentation = instrumentation;
    this.files = files;
    this.troubles = troubles;
  }

  /** Weaves, on this thread; does nothing the second time. Never throws. */
  public void install() {
    if (!begins()) {
      return;
    }
    try {
      weaveAll();
    } catch (RuntimeException | LinkageError | InternalError e) {
      troubles.accept("hand-overs to other threads: " + e);
    } finally {
      synchronized (installing) {
        done = true;
        installing.notifyAll();
      }
    }
  }

  /**
   * Weaves on a thread of its own, for a caller inside a transformer: classes that are transformed
   * or loaded there would come by no transformer at all.
   *
   * <p>The caller waits, so that the first test's hand-overs are seen, but not for ever: it may
   * hold the lock of a class loader, which another agent's transformer may want on our thread. When
   * the time is over both go on, and what is handed over meanwhile is not followed.
   *
   * @param millis how long to wait
   */
  public void installWithin(long millis) {
    synchronized (installing) {
      if (begun) {
        return;
      }
    }
    Runnable work =
        new Runnable() {
          @Override
          public void run() {
            install();
          }
        };
    // Nothing of the program's thread is handed down to ours.
    Thread thread = new Thread(null, work, "churn-weaver", 1 << 20, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
    await(millis);
  }

  /** Whether all is woven, perhaps by another thread, waiting for that so long at most. */
  public boolean isInstalledWithin(long millis) {
    await(millis);
    synchronized (installing) {
      return done;
    }
  }

  private void await(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    synchronized (installing) {
      for (long left = millis; !done && left > 0; ) {
        try {
          installing.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
        left = (end - System.nanoTime()) / 1_000_000;
      }
    }
  }

  private boolean begins() {
    synchronized (installing) {
      boolean first = !begun;
      begun = true;
      return first;
    }
  }

  private void weaveAll() {
    for (HookedClass one : TaskHooks.here()) {
      hooked.put(one.internalName(), one);
    }
    List<Class<?>> targets = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (HookedClass one : hooked.values()) {
      names.add(one.name());
      if (!one.isLate()) {
        load(one, targets);
      }
    }
    weaving = new Weaving(files, new java.util.HashSet<>(names));
    instrumentation.addTransformer(this, true);
    targets.addAll(loadedLate());
    retransform(targets);
    weaving.started();
    for (HookedClass one : hooked.values()) {
      if (!one.isLate() || one.isWoven()) {
        one.troubles().forEach(troubles);
      }
    }
  }

  private void load(HookedClass one, List<Class<?>> targets) {
    try {
      targets.add(Class.forName(one.name(), false, null));
    } catch (ClassNotFoundException e) {
      troubles.accept("this JDK has no class " + one.name());
    }
  }

  private void retransform(List<Class<?>> targets) {
    try {
      instrumentation.retransformClasses(targets.toArray(new Class<?>[0]));
    } catch (UnmodifiableClassException | RuntimeException | LinkageError | InternalError e) {
      troubles.accept("the JVM refused the hooks for hand-overs: " + e);
    }
  }

  private List<Class<?>> loadedLate() {
    List<Class<?>> found = new ArrayList<>();
    Map<String, HookedClass> unwoven = HookedClass.unwovenLate(hooked.values());
    addLoaded(null, unwoven, found);
    addLoaded(PLATFORM, unwoven, found);
    return found;
  }

  private void addLoaded(
      ClassLoader loader, Map<String, HookedClass> wanted, List<Class<?>> found) {
    for (Class<?> type : instrumentation.getInitiatedClasses(loader)) {
      if (wanted.containsKey(type.getName()) && !found.contains(type)) {
        found.add(type);
      }
    }
  }

  /** A line for each class that is in use without its hooks; empty if all is well. */
  public List<String> unhooked() {
    List<String> unhooked = new ArrayList<>();
    if (weaving != null) {
      for (Class<?> type : loadedLate()) {
        unhooked.add(type.getName() + ": was loaded where it could not be hooked");
      }
    }
    return unhooked;
  }

  @Override
  public byte[] transform(
      ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] classFile) {
    // The JDK's HttpClient is the platform loader's.
    if (loader != null && loader != PLATFORM || name == null) {
      return null;
    }
    HookedClass one = hooked.get(name);
    return one == null || type == null && !one.isLate() ? null : weave(one, classFile, type);
  }

  /** Holds no lock, for the reason that {@link SocketWeaver} has. */
  private byte[] weave(HookedClass one, byte[] classFile, Class<?> type) {
    byte[] woven = null;
    try {
      woven = weaving.weave(one, classFile);
      one.woven();
    } catch (RuntimeException | Error e) {
      one.failed(e.toString());
    }
    if (type == null) {
      one.troubles().forEach(troubles);
    }
    return woven;
  }
}
