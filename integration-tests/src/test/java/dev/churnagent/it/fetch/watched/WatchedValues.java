package dev.churnagent.it.fetch.watched;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Gives a watched method arguments of every kind: for each label one value, an equal one, and
 * another one. Fails if anybody calls what only it may call.
 */
public final class WatchedValues {
  private static final int MANY = 200_000;

  private WatchedValues() {}

  /** Argument: the server's URL. */
  public static void main(String... arguments) {
    Network.startAt(arguments[0]);
    runAll();
    if (Hostile.called() != null) {
      throw new AssertionError("called", Hostile.called());
    }
    System.out.println("done");
  }

  static void runAll() {
    Values values = new Values();
    byValue(values);
    ofCollections(values);
    hostile(values);
    byIdentity(values);
    bounded(values);
    for (int i : new int[] {1, 1, 2}) {
      values.takePrimitives("primitives", true, (byte) i, 'c', (short) 4, 5, 6L, 7f, 8d);
    }
  }

  /** Equal ones are made anew each time, so that identity can't help. */
  private static void each(Values values, String label, IntFunction<Object> make) {
    values.take(label, make.apply(1));
    values.take(label, make.apply(1));
    values.take(label, make.apply(2));
  }

  private static void byValue(Values values) {
    each(values, "integer", i -> Integer.valueOf(100_000 + i));
    each(values, "long", i -> Long.valueOf(1L << 40 | i));
    each(values, "double", i -> i == 1 ? Double.NaN : Double.valueOf(-0.0));
    each(values, "float", i -> Float.valueOf(i));
    each(values, "short", i -> Short.valueOf((short) (1000 + i)));
    each(values, "byte", i -> Byte.valueOf((byte) i));
    each(values, "character", i -> Character.valueOf((char) (1000 + i)));
    each(values, "boolean", i -> i == 1);
    each(values, "string", i -> new StringBuilder("text ").append(i).toString());
    each(
        values, "unicode", i -> new StringBuilder("\u00e4\u20ac\ud83d\ude00").append(i).toString());
    each(values, "enum", i -> i == 1 ? TimeUnit.DAYS : TimeUnit.HOURS);
    each(values, "null", i -> i == 1 ? null : "null");
    each(values, "record", i -> new Hostile.Point(i, 3));
    each(values, "ints", i -> new int[] {i, 2, 3});
    each(values, "nested-array", i -> new Object[] {"a", new long[] {i}, null});
    each(values, "strings", i -> new String[] {"a", "b" + i});
    each(values, "uuid", i -> new UUID(i, 42));
    each(values, "decimal", i -> new BigDecimal("1." + i));
    each(values, "optional", i -> Optional.of("in " + i));
    each(values, "class", i -> i == 1 ? String.class : Integer.class);
  }

  private static void ofCollections(Values values) {
    each(values, "array-list", i -> new ArrayList<>(List.of("a", i)));
    each(values, "linked-list", i -> new LinkedList<>(List.of("a", i)));
    each(values, "list-of", i -> List.of("a", "b", i));
    each(values, "as-list", i -> Arrays.asList("a", i));
    each(values, "empty-or-not", i -> i == 1 ? List.of() : List.of(1));
    each(values, "hash-set", i -> new HashSet<>(List.of("a", "b", "c" + i)));
    each(values, "set-of", i -> Set.of("a", "b", "c" + i));
    each(values, "enum-set", i -> i == 1 ? EnumSet.of(TimeUnit.DAYS) : EnumSet.of(TimeUnit.HOURS));
    each(values, "hash-map", i -> new HashMap<>(Map.of("a", 1, "b", i)));
    each(values, "map-of", i -> Map.of("a", 1, "b", i));
    each(values, "linked-map", i -> new LinkedHashMap<>(Map.of("a", List.of(i))));
    each(values, "unmodifiable", i -> Collections.unmodifiableList(new ArrayList<>(List.of(i))));
    each(values, "singleton", i -> Collections.singletonMap("key", i));
    // The order of a set or map is not part of its value.
    values.take("set-order", new HashSet<>(Arrays.asList(0, 16, 32)));
    values.take("set-order", new HashSet<>(Arrays.asList(32, 16, 0)));
    values.take("set-order", new HashSet<>(Arrays.asList(32, 16, 1)));
  }

  private static void hostile(Values values) {
    each(values, "thing", i -> new Hostile.Thing(i, "t"));
    each(values, "thing-in-list", i -> List.of(new Hostile.Thing(i, "t")));
    each(values, "thing-in-array", i -> new Hostile.Thing[] {new Hostile.Thing(i, "t")});
    each(values, "thing-as-value", i -> Map.of("key", new Hostile.Thing(i, "t")));
    each(values, "thing-as-key", i -> keyed(new Hostile.Thing(i, "t")));
    each(values, "thing-in-optional", i -> Optional.of(new Hostile.Thing(i, "t")));
    // What their content is can't be known; only that nobody asks.
    values.take("unreadable", new Hostile.LazyList());
    values.take("unreadable", new Hostile.LazyMap());
    values.take("unreadable", new Hostile.OwnArrayList(List.of("a", "b")));
    values.take("unreadable", Collections.unmodifiableList(new Hostile.LazyList()));
    values.take("unreadable", Collections.unmodifiableMap(new Hostile.LazyMap()));
    values.take("unreadable", Collections.synchronizedList(new Hostile.OwnArrayList(List.of("a"))));
    values.give("given", new Hostile.OwnFuture());
    values.give("given", Hostile.ownStage());
    values.give("given", new Hostile.Thing(1, "t"));
    values.give("given", new Hostile.LazyList());
  }

  /** A map whose key's hash code can't be asked for. */
  private static Map<Object, String> keyed(Hostile.Thing key) {
    Map<Object, String> map = new IdentityHashMap<>();
    map.put(key, "value");
    return map;
  }

  /** Without any field: the same object twice, then another one. */
  private static void byIdentity(Values values) {
    Object first = new Object();
    values.take("identity", first);
    values.take("identity", first);
    values.take("identity", new Object());
  }

  /** Equal up to the bound; never endless, never slow. */
  private static void bounded(Values values) {
    for (int i = 0; i < 2; i++) {
      List<Object> itself = new ArrayList<>();
      itself.add(itself);
      Map<String, Object> cycle = new HashMap<>();
      cycle.put("self", cycle);
      List<Object> deep = new ArrayList<>();
      for (int depth = 0; depth < 10_000; depth++) {
        deep = new ArrayList<>(List.of(deep));
      }
      values.take("cyclic", itself);
      values.take("cyclic", cycle);
      values.take("deep", deep);
      values.take("large", new long[MANY]);
      values.take("large", new ArrayList<>(Collections.nCopies(MANY, "x")));
      values.take("large", "x".repeat(MANY));
    }
  }
}
