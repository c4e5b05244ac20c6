package dev.churnagent.values;

import dev.churnagent.model.KeyBasis;
import java.lang.reflect.Array;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.BitSet;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.Map;

/** Walks through one value, within bounds. */
final class ValueReader {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_NODES = 10_000;
  private static final int MAX_BYTES = 1 << 20;

  private static final long NULL = 0x6e756c6cL;
  private static final long LIST = 0x6c697374L;
  private static final long SET = 0x736574L;
  private static final long MAP = 0x6d6170L;

  /** Code of the {@link KeyBasis} so far; the greater one counts. */
  int basis;

  /** Whether anything was read that could differ. */
  boolean sawData;

  /** A result: fields that are not simple are followed. */
  private boolean following;

  private int nodesLeft;
  private int bytesLeft;

  /** The containers that the present one is inside of. */
  private final Object[] path = new Object[MAX_DEPTH];

  void start(boolean followFields) {
    following = followFields;
    basis = 0;
    sawData = false;
    nodesLeft = MAX_NODES;
    bytesLeft = MAX_BYTES;
  }

  /** Lets go of what was read. */
  void forget() {
    for (int i = 0; i < MAX_DEPTH && path[i] != null; i++) {
      path[i] = null;
    }
  }

  void meet(KeyBasis other) {
    basis = Math.max(basis, other.code());
  }

  long string(String text) {
    sawData = true;
    int length = Strings.length(text);
    long digest = Strings.digest(text, bytesLeft);
    spend(length);
    return digest;
  }

  private void spend(int bytes) {
    if (bytes > bytesLeft) {
      meet(KeyBasis.BOUNDED);
      bytesLeft = 0;
    } else {
      bytesLeft -= bytes;
    }
  }

  /**
   * The digest of a value.
   *
   * @param depth how many containers it is inside of
   */
  long read(Object value, int depth) {
    if (value == null) {
      return NULL;
    }
    if (--nodesLeft < 0) {
      meet(KeyBasis.BOUNDED);
      return 0;
    }
    if (value.getClass() == String.class) {
      return string((String) value);
    }
    Shape shape = ShapeFinder.of(value.getClass());
    return shape.kind >= Shape.HOLDER || shape.kind >= Shape.REFERENCES && shape.kind < Shape.VALUE
        ? container(shape, value, depth)
        : leaf(shape, value);
  }

  private long leaf(Shape shape, Object value) {
    if (shape.kind == Shape.OPAQUE) {
      return unreadable(shape, value);
    }
    sawData = true;
    return switch (shape.kind) {
      case Shape.ENUM -> Mix.step(shape.nameDigest, Mix.text(((Enum<?>) value).name()));
      case Shape.CLASS -> Mix.step(shape.nameDigest, Mix.text(((Class<?>) value).getName()));
      case Shape.PRIMITIVES -> primitives(shape, value);
      case Shape.TEXT -> Mix.step(shape.nameDigest, string(value.toString()));
      case Shape.DATE -> JdkValues.date(shape, (Date) value);
      case Shape.DECIMAL -> decimal(shape, value);
      case Shape.ADDRESS -> JdkValues.address((InetAddress) value);
      case Shape.SOCKET_ADDRESS -> JdkValues.address((InetSocketAddress) value);
      case Shape.BITS -> JdkValues.bits((BitSet) value);
      default -> fields(shape, value, MAX_DEPTH, true);
    };
  }

  private long primitives(Shape shape, Object array) {
    long length = (long) Array.getLength(array) * ArrayMemory.scale(array);
    int read = (int) Math.min(length, bytesLeft);
    long bytes = Mix.bytes(array, ArrayMemory.base(array), read);
    spend((int) Math.min(length, Integer.MAX_VALUE));
    return Mix.step(Mix.step(shape.nameDigest, length), bytes);
  }

  private long decimal(Shape shape, Object decimal) {
    ValueField[] fields = shape.fields;
    long digits =
        JdkValues.isCompact(shape, decimal)
            ? fields[0].bits(decimal)
            : read(fields[1].reference(decimal), MAX_DEPTH);
    return Mix.step(Mix.step(shape.nameDigest, digits), fields[2].bits(decimal));
  }

  /** The class only; in a key the identity too, as there has to be something. */
  private long unreadable(Shape shape, Object value) {
    if (following) {
      if (shape.incomplete) {
        meet(KeyBasis.BOUNDED);
      }
      return shape.nameDigest;
    }
    meet(KeyBasis.IDENTITY);
    return Mix.step(shape.nameDigest, System.identityHashCode(value));
  }

  private long container(Shape shape, Object value, int depth) {
    if (following && shape.handle) {
      return shape.nameDigest;
    }
    for (int i = 0; i < depth; i++) {
      if (path[i] == value) {
        // Inside itself: how far up tells all that can be told.
        return Mix.step(NULL, depth - i);
      }
    }
    if (depth >= MAX_DEPTH) {
      meet(KeyBasis.BOUNDED);
      return shape.nameDigest;
    }
    path[depth] = value;
    long digest = content(shape, value, depth + 1);
    path[depth] = null;
    return digest;
  }

  private long content(Shape shape, Object value, int depth) {
    return switch (shape.kind) {
      case Shape.OBJECT -> object(shape, value, depth);
      case Shape.REFERENCES -> array((Object[]) value, Integer.MAX_VALUE, depth);
      case Shape.ARRAY_LIST -> arrayList(shape, value, depth);
      case Shape.LIST -> list((Collection<?>) value, depth);
      case Shape.SET -> set((Collection<?>) value, depth);
      case Shape.MAP -> map((Map<?, ?>) value, depth);
      case Shape.KEYS -> keys(shape, value, depth);
      case Shape.WRAPPER -> read(shape.fields[0].reference(value), depth);
      default -> fields(shape, value, depth, true);
    };
  }

  private long object(Shape shape, Object value, int depth) {
    if (following) {
      if (shape.incomplete) {
        meet(KeyBasis.BOUNDED);
      }
      return fields(shape, value, depth, true);
    }
    if (shape.incomplete && (value instanceof Collection || value instanceof Map)) {
      // An heir of a JDK collection: its elements are the value, and may be fetched by its methods.
      return unreadable(shape, value);
    }
    for (ValueField field : shape.fields) {
      if (field.simple) {
        return fields(shape, value, depth, false);
      }
    }
    return unreadable(shape, value);
  }

  private long fields(Shape shape, Object value, int depth, boolean all) {
    long digest = shape.nameDigest;
    for (ValueField field : shape.fields) {
      if (!field.isReference()) {
        sawData = true;
        digest = Mix.step(digest, field.bits(value));
      } else if (all || field.simple) {
        // An empty Optional and a text that is null are data; other absent objects tell little.
        sawData |= (field.simple || shape.kind == Shape.HOLDER) && field.reference(value) == null;
        digest = Mix.step(digest, field(field, value, depth, all));
      }
    }
    return digest;
  }

  private long field(ValueField field, Object holder, int depth, boolean all) {
    Object value = field.reference(holder);
    if (all || value == null) {
      return read(value, depth);
    }
    Shape shape = ShapeFinder.of(value.getClass());
    if (shape.isPlainValue()) {
      return read(value, depth);
    }
    // Declared as a JDK value, but the application's own kind of it.
    meet(KeyBasis.BOUNDED);
    return shape.nameDigest;
  }

  private long arrayList(Shape shape, Object value, int depth) {
    Object[] elements = (Object[]) shape.fields[0].reference(value);
    return array(elements, (int) shape.fields[1].bits(value), depth);
  }

  private long array(Object[] elements, int size, int depth) {
    sawData = true;
    long digest = LIST;
    int used = Math.min(elements.length, size);
    for (int i = 0; i < used && nodesLeft >= 0; i++) {
      digest = Mix.step(digest, read(elements[i], depth));
    }
    return Mix.step(digest, used);
  }

  private long list(Collection<?> list, int depth) {
    sawData = true;
    long digest = LIST;
    int count = 0;
    for (Iterator<?> each = list.iterator(); each.hasNext() && nodesLeft >= 0; count++) {
      digest = Mix.step(digest, read(each.next(), depth));
    }
    return Mix.step(digest, count);
  }

  private long set(Collection<?> set, int depth) {
    sawData = true;
    long sum = 0;
    int count = 0;
    for (Iterator<?> each = set.iterator(); each.hasNext() && nodesLeft >= 0; count++) {
      sum += Mix.end(Mix.step(SET, read(each.next(), depth)));
    }
    return Mix.step(Mix.step(SET, sum), count);
  }

  private long map(Map<?, ?> map, int depth) {
    sawData = true;
    long sum = 0;
    int count = 0;
    Iterator<? extends Map.Entry<?, ?>> each = map.entrySet().iterator();
    for (; each.hasNext() && nodesLeft >= 0; count++) {
      Map.Entry<?, ?> entry = each.next();
      long key = Mix.step(MAP, read(entry.getKey(), depth));
      sum += Mix.end(Mix.step(key, read(entry.getValue(), depth)));
    }
    return Mix.step(Mix.step(MAP, sum), count);
  }

  /** A set by way of its map; of one that is the application's nothing is asked. */
  private long keys(Shape shape, Object set, int depth) {
    Object map = shape.fields[0].reference(set);
    Shape mapShape = ShapeFinder.of(map.getClass());
    if (mapShape.kind != Shape.MAP) {
      meet(following ? KeyBasis.BOUNDED : KeyBasis.IDENTITY);
      return Mix.step(shape.nameDigest, following ? 0 : System.identityHashCode(set));
    }
    sawData = true;
    long sum = 0;
    int count = 0;
    Iterator<? extends Map.Entry<?, ?>> each = ((Map<?, ?>) map).entrySet().iterator();
    for (; each.hasNext() && nodesLeft >= 0; count++) {
      sum += Mix.end(Mix.step(SET, read(each.next().getKey(), depth)));
    }
    return Mix.step(Mix.step(SET, sum), count);
  }
}
