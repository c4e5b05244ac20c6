package dev.churnagent.instrument;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weaves every hook at once: loads the targets, adds itself, retransforms once.
 *
 * <p>Weaving at a class's first load would run Byte Buddy inside the application's class loading,
 * which ends in ClassCircularityError or a class left unhooked. The transformer stays registered,
 * so that another agent's later retransformation of the same classes keeps the hooks.
 */
public final class SocketWeaver implements ClassFileTransformer {
  private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

  private final Map<String, List<Hook>> hooksByType = new LinkedHashMap<>();
  private Weaving weaving;

  private SocketWeaver(List<Hook> hooks) {
    for (Hook hook : hooks) {
      List<Hook> known = hooksByType.get(hook.type());
      if (known == null) {
        known = new ArrayList<>();
        hooksByType.put(hook.type(), known);
      }
      known.add(hook);
    }
  }

  /**
   * Begins on a thread of its own with what does not need the JVM's help: loading Byte Buddy and
   * reading the advice, most of the whole time.
   */
  public static SocketWeaver prepare() {
    SocketWeaver weaver = new SocketWeaver(SocketHooks.of(WINDOWS));
    Runnable work =
        new Runnable() {
          @Override
          public void run() {
            weaver.prepareAdvice();
          }
        };
    Thread thread = new Thread(null, work, "churn-weaver", 1 << 20);
    thread.setDaemon(true);
    thread.start();
    return weaver;
  }

  private void prepareAdvice() {
    try {
      Weaving weaving = weaving();
      for (List<Hook> hooks : hooksByType.values()) {
        for (Hook hook : hooks) {
          weaving.prepare(hook);
        }
      }
    } catch (RuntimeException | Error e) {
      // The weaving itself will meet the same fault, and tells it where it can be told.
      return;
    }
  }

  /**
   * Weaves the JDK's socket classes.
   *
   * @return a line for each method that could not be hooked; empty if all are
   */
  public List<String> install(Instrumentation instrumentation) {
    List<String> troubles = new ArrayList<>();
    Class<?>[] targets = loadTargets(troubles);
    instrumentation.addTransformer(this, true);
    try {
      instrumentation.retransformClasses(targets);
    } catch (UnmodifiableClassException | RuntimeException | LinkageError | InternalError e) {
      troubles.add("the JVM refused the hooks: " + e);
    }
    addTroubles(troubles);
    return troubles;
  }

  private Class<?>[] loadTargets(List<String> troubles) {
    List<Class<?>> targets = new ArrayList<>();
    for (List<Hook> hooks : hooksByType.values()) {
      try {
        targets.add(Class.forName(hooks.get(0).typeName(), false, null));
      } catch (ClassNotFoundException e) {
        troubles.add("this JDK has no class " + hooks.get(0).typeName());
      }
    }
    return targets.toArray(new Class<?>[0]);
  }

  /** Called for every class that is loaded: everything but our targets must leave at once. */
  @Override
  public byte[] transform(
      ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] classFile) {
    if (loader != null || type == null || name == null) {
      return null;
    }
    List<Hook> hooks = hooksByType.get(name);
    return hooks == null ? null : weave(hooks.get(0).typeName(), hooks, classFile);
  }

  private synchronized byte[] weave(String type, List<Hook> hooks, byte[] classFile) {
    try {
      return weaving().weave(type, hooks, classFile);
    } catch (RuntimeException | Error e) {
      for (Hook hook : hooks) {
        hook.failed(e.toString());
      }
      return null;
    }
  }

  /** Made where it is first needed, which is our own thread: its classes take long to load. */
  private Weaving weaving() {
    synchronized (hooksByType) {
      if (weaving == null) {
        weaving = new Weaving();
      }
      return weaving;
    }
  }

  private synchronized void addTroubles(List<String> troubles) {
    for (List<Hook> hooks : hooksByType.values()) {
      for (Hook hook : hooks) {
        if (hook.trouble() != null) {
          troubles.add(hook.typeName() + "." + hook.method() + ": " + hook.trouble());
        }
      }
    }
  }
}
