package dev.churnagent.instrument.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The superclasses and interfaces of one class, read only when they are asked for, from class files
 * that its loader finds. No class is loaded for it: one that is loaded inside a transformer is
 * woven by nobody.
 */
final class Ancestors {
  /** A deeper hierarchy than any program has; ends a circular one. */
  private static final int MAX_ANCESTORS = 1_000;

  private final ClassLoader loader;
  private final LoaderFacts facts;
  private final ClassOutline type;
  private final boolean jdkToo;
  private List<String> all;

  /**
   * Of one class.
   *
   * @param jdkToo whether also to follow those of the JDK, which few patterns mean
   */
  Ancestors(ClassLoader loader, LoaderFacts facts, ClassOutline type, boolean jdkToo) {
    this.loader = loader;
    this.facts = facts;
    this.type = type;
    this.jdkToo = jdkToo;
  }

  /** Internal names, the nearest first. */
  List<String> all() {
    if (all == null) {
      Map<String, Boolean> seen = new LinkedHashMap<>();
      collect(Ancestor.parents(type), seen);
      all = new ArrayList<>(seen.keySet());
    }
    return all;
  }

  private void collect(List<String> parents, Map<String, Boolean> seen) {
    for (String parent : parents) {
      if ((jdkToo || !isOfJdk(parent))
          && seen.size() < MAX_ANCESTORS
          && seen.put(parent, Boolean.TRUE) == null) {
        collect(facts.ancestor(loader, parent).parents(), seen);
      }
    }
  }

  /** Whether the ancestor has, or inherits, a method that one of this shape implements. */
  boolean has(String ancestor, String shape) {
    return has(ancestor, shape, MAX_ANCESTORS);
  }

  private boolean has(String name, String shape, int depth) {
    Ancestor ancestor = facts.ancestor(loader, name);
    if (ancestor == Ancestor.UNKNOWN || ancestor.passesOn(shape)) {
      return true;
    }
    for (String parent : ancestor.parents()) {
      if (depth > 0 && has(parent, shape, depth - 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the ancestor itself declares such a method, and it is public. */
  boolean declaresPublic(String ancestor, String shape) {
    Ancestor found = facts.ancestor(loader, ancestor);
    return found == Ancestor.UNKNOWN || found.passesOnPublic(shape);
  }

  private static boolean isOfJdk(String name) {
    return name.startsWith("java/")
        || name.startsWith("javax/")
        || name.startsWith("jdk/")
        || name.startsWith("sun/")
        || name.startsWith("com/sun/");
  }
}
