package dev.churnagent.instrument.method;

import java.lang.reflect.Modifier;
import java.util.Arrays;

/** One method of a class file. */
final class MethodOutline {
  private static final int BRIDGE = 0x40;
  private static final int SYNTHETIC = 0x1000;

  private final int access;
  private final String name;
  private final String descriptor;

  /** Place of its attributes in the class file. */
  private final int attributes;

  MethodOutline(int access, String name, String descriptor, int attributes) {
    this.access = access;
    this.name = name;
    this.descriptor = descriptor;
    this.attributes = attributes;
  }

  int access() {
    return access;
  }

  String name() {
    return name;
  }

  String descriptor() {
    return descriptor;
  }

  int attributes() {
    return attributes;
  }

  boolean isPublic() {
    return Modifier.isPublic(access);
  }

  boolean isNative() {
    return Modifier.isNative(access);
  }

  /** Whether a person wrote it: no constructor, bridge, or other compiler-made method. */
  boolean isWritten() {
    return (access & (BRIDGE | SYNTHETIC)) == 0 && !name.startsWith("<");
  }

  /** Whether it has code that advice can be woven into. */
  boolean isWeavable() {
    return isWritten() && !Modifier.isAbstract(access) && !isNative();
  }

  /** Whether it can implement a method of another type, or be implemented there. */
  boolean isInherited() {
    return isWritten() && !Modifier.isStatic(access) && !Modifier.isPrivate(access);
  }

  /** Whether {@code java.lang.Object} has it: too common to be meant by a whole class. */
  boolean isOfObject() {
    switch (name) {
      case "equals":
        return descriptor.equals("(Ljava/lang/Object;)Z");
      case "hashCode":
        return descriptor.equals("()I");
      case "toString":
        return descriptor.equals("()Ljava/lang/String;");
      case "clone":
      case "finalize":
        return descriptor.startsWith("()");
      default:
        return false;
    }
  }

  /**
   * What a method and its implementations have in common, also where type parameters were filled
   * in: the name and the kinds of the parameters.
   */
  String shape() {
    StringBuilder shape = new StringBuilder(name).append('(');
    for (int i = 1; descriptor.charAt(i) != ')'; i++) {
      char kind = descriptor.charAt(i);
      while (descriptor.charAt(i) == '[') {
        i++;
        kind = 'L';
      }
      if (descriptor.charAt(i) == 'L') {
        i = descriptor.indexOf(';', i);
      }
      shape.append(kind);
    }
    return shape.toString();
  }

  /** For each slot of the frame that parameters take the index of the one that begins there. */
  int[] parametersBySlot() {
    String kinds = shape().substring(name.length() + 1);
    int first = Modifier.isStatic(access) ? 0 : 1;
    int[] bySlot = new int[first + 2 * kinds.length()];
    Arrays.fill(bySlot, -1);
    int slot = first;
    for (int i = 0; i < kinds.length(); i++) {
      bySlot[slot] = i;
      slot += kinds.charAt(i) == 'J' || kinds.charAt(i) == 'D' ? 2 : 1;
    }
    return Arrays.copyOf(bySlot, slot);
  }
}
