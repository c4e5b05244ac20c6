package dev.churnagent.instrument.method;

import java.util.ArrayList;
import java.util.List;

/** What a class file says of its class, without its code. Names are internal ones, with slashes. */
final class ClassOutline {
  private static final String ANNOTATIONS = "RuntimeVisibleAnnotations";
  private static final int ENUM = 0x4000;

  private final byte[] file;
  private final ConstantPool pool;
  private final int access;
  private final String name;
  private final String superName;
  private final List<String> interfaces = new ArrayList<>();
  private final List<MethodOutline> methods = new ArrayList<>();
  private final int attributes;

  /** Reads a class file; see {@link ConstantPool} for what a malformed one does. */
  ClassOutline(byte[] file) {
    this.file = file;
    pool = new ConstantPool(file);
    int at = pool.end();
    access = number(at);
    name = pool.className(number(at + 2));
    superName = pool.className(number(at + 4));
    int count = number(at + 6);
    at += 8;
    for (int i = 0; i < count; i++, at += 2) {
      interfaces.add(pool.className(number(at)));
    }
    at = afterFields(at);
    at = readMethods(at);
    attributes = at;
  }

  private int afterFields(int start) {
    int at = start + 2;
    for (int i = number(start); i > 0; i--) {
      at = afterAttributes(at + 6);
    }
    return at;
  }

  private int readMethods(int start) {
    int at = start + 2;
    for (int i = number(start); i > 0; i--) {
      methods.add(
          new MethodOutline(
              number(at), pool.text(number(at + 2)), pool.text(number(at + 4)), at + 6));
      at = afterAttributes(at + 6);
    }
    return at;
  }

  private int afterAttributes(int start) {
    int at = start + 2;
    for (int i = number(start); i > 0; i--) {
      at += 6 + ConstantPool.integer(file, at + 2);
    }
    return at;
  }

  private int number(int offset) {
    return ConstantPool.unsignedShort(file, offset);
  }

  String name() {
    return name;
  }

  String binaryName() {
    return name.replace('/', '.');
  }

  /** Null for {@code java.lang.Object} alone. */
  String superName() {
    return superName;
  }

  List<String> interfaces() {
    return interfaces;
  }

  List<MethodOutline> methods() {
    return methods;
  }

  boolean isEnum() {
    return (access & ENUM) != 0;
  }

  /** The types of a method's run-time annotations, as descriptors. */
  List<String> annotationsOf(MethodOutline method) {
    return annotationsAt(method.attributes());
  }

  /** The types of the class's own run-time annotations, as descriptors. */
  List<String> annotations() {
    return annotationsAt(attributes);
  }

  /** The names of a method's parameters; see {@link ParameterNames#of}. */
  String[] parameterNames(MethodOutline method) {
    return ParameterNames.of(file, pool, method);
  }

  private List<String> annotationsAt(int attributes) {
    int start = pool.attribute(attributes, ANNOTATIONS);
    if (start == 0) {
      return List.of();
    }
    List<String> types = new ArrayList<>();
    int at = start + 2;
    for (int i = number(start); i > 0; i--) {
      types.add(pool.text(number(at)));
      at = afterAnnotation(at);
    }
    return types;
  }

  private int afterAnnotation(int start) {
    int at = start + 4;
    for (int i = number(start + 2); i > 0; i--) {
      at = afterValue(at + 2);
    }
    return at;
  }

  private int afterValue(int start) {
    switch (file[start]) {
      case 'e':
        return start + 5;
      case '@':
        return afterAnnotation(start + 1);
      case '[':
        int at = start + 3;
        for (int i = number(start + 1); i > 0; i--) {
          at = afterValue(at);
        }
        return at;
      default:
        return start + 3;
    }
  }
}
