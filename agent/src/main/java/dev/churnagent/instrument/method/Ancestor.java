package dev.churnagent.instrument.method;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A superclass or interface: what it passes on. */
final class Ancestor {
  /** A type whose class file nobody has, because it was made at run time. */
  static final Ancestor UNKNOWN = new Ancestor();

  private final List<String> parents;
  private final Set<String> inherited = new HashSet<>();
  private final Set<String> publicShapes = new HashSet<>();

  private Ancestor() {
    parents = List.of();
  }

  Ancestor(ClassOutline outline) {
    parents = parents(outline);
    for (MethodOutline method : outline.methods()) {
      if (method.isInherited()) {
        String shape = method.shape();
        inherited.add(shape);
        if (method.isPublic() && !method.isOfObject()) {
          publicShapes.add(shape);
        }
      }
    }
  }

  /** Superclass and interfaces, without {@code java.lang.Object}. */
  static List<String> parents(ClassOutline outline) {
    List<String> parents = new ArrayList<>(outline.interfaces());
    if (outline.superName() != null && !outline.superName().equals("java/lang/Object")) {
      parents.add(outline.superName());
    }
    return parents;
  }

  List<String> parents() {
    return parents;
  }

  /** Whether it declares a method that one of this shape implements or overrides. */
  boolean passesOn(String shape) {
    return inherited.contains(shape);
  }

  /** The same for public methods, those of {@code Object} left out. */
  boolean passesOnPublic(String shape) {
    return publicShapes.contains(shape);
  }
}
