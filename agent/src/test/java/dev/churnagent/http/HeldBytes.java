package dev.churnagent.http;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what a connection's parser holds in arrays and queues, whichever fields they hang on, so
 * that a new buffer is counted without a word here.
 */
final class HeldBytes {
  private static final int REFERENCE = 8;
  private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private long bytes;

  private HeldBytes() {}

  static long of(HttpConnection connection) {
    HeldBytes held = new HeldBytes();
    held.add(connection);
    return held.bytes;
  }

  private void add(Object object) {
    if (object == null || !seen.add(object)) {
      return;
    }
    if (object instanceof byte[] array) {
      bytes += array.length;
    } else if (object instanceof String text) {
      bytes += text.length();
    } else if (object instanceof Collection<?> queue) {
      bytes += (long) REFERENCE * queue.size();
      queue.forEach(this::add);
    } else if (object.getClass().getPackage() == HttpConnection.class.getPackage()) {
      FIELDS.computeIfAbsent(object.getClass(), HeldBytes::references).forEach(f -> add(f, object));
    } else {
      throw new AssertionError("how large is a " + object.getClass().getName() + "?");
    }
  }

  private void add(Field field, Object owner) {
    try {
      add(field.get(owner));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Field> references(Class<?> type) {
    List<Field> references = new ArrayList<>();
    for (Class<?> at = type; at != Object.class && at != Enum.class; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          references.add(field);
        }
      }
    }
    return references;
  }
}
