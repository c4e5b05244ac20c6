package dev.churnagent.instrument;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;

/**
 * Weaves the hooks: loads the early classes, adds itself, retransforms once. Late classes follow
 * when they are loaded.
 *
 * <p>To weave everything at its first load would run Byte Buddy's initialisation inside the
 * application's class loading, which ends in ClassCircularityError or a class left unhooked. The
 * transformer stays registered, so that another agent's later retransformation of the same classes
 * keeps the hooks.
 */
public final class SocketWeaver implements ClassFileTransformer {
  private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final Instrumentation instrumentation;
  private final Map<String, HookedClass> hooked = new LinkedHashMap<>();
  private final ClassFiles files = new ClassFiles();
  private volatile Weaving weaving;

  /** Where troubles of late classes go; null until the early ones are done. */
  private volatile Consumer<String> troubles;

  SocketWeaver(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
    // First of all, so that it sees our own classes as they are loaded.
    instrumentation.addTransformer(files);
    files.load(
        Advice.Argument.class,
        Advice.Enter.class,
        Advice.FieldValue.class,
        Advice.Return.class,
        Advice.This.class,
        Advice.Thrown.class);
    for (HookedClass one : SocketHooks.of(WINDOWS)) {
      hooked.put(one.internalName(), one);
    }
  }

  /**
   * Begins on a thread of its own with what does not need the JVM's help: loading Byte Buddy and
   * reading the advice, most of the whole time.
   */
  public static SocketWeaver prepare(Instrumentation instrumentation) {
    SocketWeaver weaver = new SocketWeaver(instrumentation);
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
      for (HookedClass one : hooked.values()) {
        for (Hook hook : one.hooks()) {
          if (!one.isLate()) {
            weaving.prepare(hook);
          }
        }
      }
    } catch (RuntimeException | Error e) {
      // The weaving itself will meet the same fault, and tells it where it can be told.
      return;
    }
  }

  /**
   * Weaves what is to be woven now.
   *
   * @param troubles gets a line for each method that could not be hooked, now and later; later ones
   *     on the thread that loads the class
   */
  public void install(Consumer<String> troubles) {
    Set<Class<?>> targets = new LinkedHashSet<>();
    for (HookedClass one : hooked.values()) {
      if (!one.isLate()) {
        load(one, targets, troubles);
      }
    }
    instrumentation.addTransformer(this, true);
    // Only now: a late class that another thread loads is either woven at its load or found here.
    targets.addAll(loadedLate());
    try {
      instrumentation.retransformClasses(targets.toArray(new Class<?>[0]));
    } catch (UnmodifiableClassException | RuntimeException | LinkageError | InternalError e) {
      troubles.accept("the JVM refused the hooks: " + e);
    }
    abandon();
    Weaving made = weaving;
    if (made != null) {
      made.started();
    }
    tellTroubles(targets, troubles);
  }

  /**
   * The class files that all our weaving reads. Cheap until {@link #install} or {@link #abandon};
   * from then on most come from our jar.
   */
  public ClassFileLocator classFiles() {
    return files;
  }

  /** Stops looking at classes as they are loaded; the JVM may go on without us for long. */
  public void abandon() {
    instrumentation.removeTransformer(files);
    files.forget();
  }

  private static void load(HookedClass one, Set<Class<?>> targets, Consumer<String> troubles) {
    try {
      targets.add(Class.forName(one.name(), false, null));
    } catch (ClassNotFoundException e) {
      troubles.accept("this JDK has no class " + one.name());
    }
  }

  private void tellTroubles(Set<Class<?>> targets, Consumer<String> troubles) {
    for (Class<?> target : targets) {
      hooked.get(target.getName().replace('.', '/')).troubles().forEach(troubles);
    }
    this.troubles = troubles;
  }

  /**
   * The late classes that the JVM has and that are not woven. After {@link #install} there should
   * be none: one that was loaded inside another agent's transformer never came by here.
   */
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
    for (Class<?> type : loadedLate()) {
      unhooked.add(type.getName() + ": was loaded where it could not be hooked");
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
    return one == null || type == null && !one.isLate() ? null : weave(one, classFile);
  }

  /**
   * Holds no lock: this runs inside the program's class loading, perhaps inside one of its static
   * initialisers, and weaving loads classes too.
   */
  private byte[] weave(HookedClass one, byte[] classFile) {
    byte[] woven = null;
    try {
      woven = weaving().weave(one, classFile);
      one.woven();
    } catch (RuntimeException | Error e) {
      one.failed(e.toString());
    }
    Consumer<String> listener = troubles;
    if (listener != null) {
      one.troubles().forEach(listener);
    }
    return woven;
  }

  /** Made where it is first needed, which is our own thread: its classes take long to load. */
  private Weaving weaving() {
    Weaving made = weaving;
    return made != null ? made : makeWeaving();
  }

  private synchronized Weaving makeWeaving() {
    if (weaving == null) {
      Set<String> names = new HashSet<>();
      for (HookedClass one : hooked.values()) {
        names.add(one.name());
      }
      weaving = new Weaving(files, names);
    }
    return weaving;
  }
}
