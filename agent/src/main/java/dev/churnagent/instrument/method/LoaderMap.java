package dev.churnagent.instrument.method;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What is known of each class loader. Keeps no loader alive, and asks it for neither {@code equals}
 * nor {@code hashCode}, which are the application's code.
 */
public final class LoaderMap {
  private final ConcurrentHashMap<Key, LoaderFacts> known = new ConcurrentHashMap<>();
  private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
  private final Consumer<String> troubles;

  /**
   * Creates it.
   *
   * @param troubles gets a line for each thing that a loader could not do
   */
  public LoaderMap(Consumer<String> troubles) {
    this.troubles = troubles;
  }

  /** The facts of a loader; never null. */
  public LoaderFacts of(ClassLoader loader) {
    for (Object gone = collected.poll(); gone != null; gone = collected.poll()) {
      known.remove(gone);
    }
    LoaderFacts facts = known.get(new Key(loader, null));
    if (facts == null) {
      LoaderFacts made = new LoaderFacts(troubles);
      facts = known.putIfAbsent(new Key(loader, collected), made);
      facts = facts == null ? made : facts;
    }
    return facts;
  }

  private static final class Key extends WeakReference<ClassLoader> {
    private final int hash;

    Key(ClassLoader loader, ReferenceQueue<ClassLoader> queue) {
      super(loader, queue);
      hash = System.identityHashCode(loader);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      ClassLoader loader = get();
      return loader != null && other instanceof Key && ((Key) other).get() == loader;
    }
  }
}
