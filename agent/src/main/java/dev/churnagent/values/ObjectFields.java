package dev.churnagent.values;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;

/** The fields of the application's own classes. */
final class ObjectFields {
  /** Whatever is one of these stands for something outside, or is used up by reading. */
  private static final Class<?>[] HANDLES = {
    AutoCloseable.class,
    BaseStream.class,
    Iterator.class,
    Enumeration.class,
    Future.class,
    Thread.class,
    Throwable.class
  };

  private ObjectFields() {}

  static Shape shapeOf(Class<?> type) {
    List<ValueField> fields = new ArrayList<>();
    Class<?> holder = type;
    for (; holder != null && !Jdk.owns(holder); holder = holder.getSuperclass()) {
      for (Field field : ShapeFinder.fields(holder)) {
        if (isValue(field)) {
          fields.add(ShapeFinder.read(field, isSimple(field.getType())));
        }
      }
    }
    int kind = type.isRecord() ? Shape.RECORD : Shape.OBJECT;
    return new Shape(
        kind,
        type.getName(),
        fields.toArray(new ValueField[0]),
        false,
        holder != null && !isWithoutState(holder.getName()),
        type.isHidden() && !type.isRecord() || isHandle(type));
  }

  /** Not what the class itself calls no part of its value, nor the object that it is inside of. */
  private static boolean isValue(Field field) {
    int modifiers = field.getModifiers();
    return !Modifier.isStatic(modifiers)
        && !Modifier.isTransient(modifiers)
        && !(field.isSynthetic() && field.getName().startsWith("this$"));
  }

  /** The JDK's classes that hold nothing but caches, so that an heir's own fields are all. */
  private static boolean isWithoutState(String superclass) {
    return switch (superclass) {
      case "java.lang.Object",
          "java.lang.Record",
          "java.lang.Number",
          "java.util.AbstractCollection",
          "java.util.AbstractList",
          "java.util.AbstractSequentialList",
          "java.util.AbstractSet",
          "java.util.AbstractQueue",
          "java.util.AbstractMap" ->
          true;
      default -> false;
    };
  }

  private static boolean isHandle(Class<?> type) {
    for (Class<?> handle : HANDLES) {
      if (handle.isAssignableFrom(type)) {
        return true;
      }
    }
    return false;
  }

  /** By the declared type alone, so that it is the same for all objects of the class. */
  private static boolean isSimple(Class<?> type) {
    if (type.isPrimitive() || type == String.class || type.isEnum()) {
      return true;
    }
    if (!Jdk.owns(type) || type.isArray()) {
      return false;
    }
    return switch (type.getName()) {
      case "java.nio.file.Path", "java.time.ZoneId", "java.net.InetAddress" -> true;
      // Counters, and texts in the making: state, not value.
      case "java.util.concurrent.atomic.AtomicInteger",
          "java.util.concurrent.atomic.AtomicLong",
          "java.util.concurrent.atomic.AtomicBoolean",
          "java.lang.StringBuilder" ->
          false;
      default -> ShapeFinder.of(type).isPlainValue();
    };
  }
}
