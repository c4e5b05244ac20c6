package dev.churnagent.instrument.method;

import dev.churnagent.hook.CallHook;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What one class loader showed of itself: ancestors of its classes, annotations, and whether it
 * finds the hook. Bounded; the loader itself is not kept.
 */
public final class LoaderFacts {
  /** A program has hundreds of types that its watched or test classes descend from, not more. */
  private static final int MAX_TYPES = 4_000;

  private static final int MAX_FILE_BYTES = 4 << 20;

  private final Map<String, Ancestor> ancestors = new ConcurrentHashMap<>();
  private final Map<String, Boolean> testAnnotations = new ConcurrentHashMap<>();
  private final Consumer<String> troubles;
  private volatile Boolean seesHook;

  /**
   * Creates it.
   *
   * @param troubles gets a line for each class file that could not be read
   */
  LoaderFacts(Consumer<String> troubles) {
    this.troubles = troubles;
  }

  /** What the loader's class file of that internal name says; {@link Ancestor#UNKNOWN} if none. */
  Ancestor ancestor(ClassLoader loader, String name) {
    Ancestor known = ancestors.get(name);
    if (known == null) {
      ClassOutline outline = read(loader, name);
      known = outline == null ? Ancestor.UNKNOWN : new Ancestor(outline);
      if (ancestors.size() >= MAX_TYPES) {
        ancestors.clear();
      }
      ancestors.put(name, known);
    }
    return known;
  }

  /** What was found out of an annotation; null if nothing yet. */
  Boolean testAnnotation(String descriptor) {
    return testAnnotations.get(descriptor);
  }

  void setTestAnnotation(String descriptor, boolean test) {
    if (testAnnotations.size() >= MAX_TYPES) {
      testAnnotations.clear();
    }
    testAnnotations.put(descriptor, test);
  }

  /**
   * Whether woven classes of the loader would find the hook. A loader that delegates nothing but
   * {@code java.*}, as some modular containers' do, does not.
   */
  public boolean seesHook(ClassLoader loader) {
    Boolean known = seesHook;
    if (known == null) {
      known = findsHook(loader);
      seesHook = known;
      if (!known) {
        // Its type, not its text: toString is the application's code.
        troubles.accept(
            "a class loader, " + loader.getClass().getName() + ", does not delegate to the agent");
      }
    }
    return known;
  }

  private static boolean findsHook(ClassLoader loader) {
    try {
      return Class.forName(CallHook.class.getName(), false, loader) == CallHook.class;
    } catch (ClassNotFoundException | RuntimeException | Error e) {
      return false;
    }
  }

  /**
   * The class file of that internal name, or null if the loader has none or fails. This is the
   * application's code, so it may throw anything.
   */
  ClassOutline read(ClassLoader loader, String name) {
    try (InputStream in = loader.getResourceAsStream(name.concat(".class"))) {
      return in == null ? null : new ClassOutline(in.readNBytes(MAX_FILE_BYTES));
    } catch (IOException | RuntimeException | Error e) {
      troubles.accept(name.replace('/', '.') + " could not be read: " + e);
      return null;
    }
  }
}
