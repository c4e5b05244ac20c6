package dev.churnagent.instrument.method;

import java.lang.reflect.Modifier;

/** One method of a class file. */
final class MethodOutline {
  private static final int BRIDGE = 0x40;
  private static final int SYNTHETIC = 0x1000;

  private final int access;
  private final String name;
  private final String descriptor;

  /** Place of the {@code RuntimeVisibleAnnotations}' content, or 0. */
  private final int annotations;

  MethodOutline(int access, String name, String descriptor, int annotations) {
    this.access = access;
    this.name = name;
    this.descriptor = descriptor;
    this.annotations = annotations;
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

  int annotations() {
    return annotations;
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
}
