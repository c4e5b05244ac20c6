package dev.churnagent.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.model.KeyBasis;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValueDigestTest {
  private final ValueDigest digest = new ValueDigest();

  record Point(int x, Object label) {}

  enum Plain {
    ONE,
    TWO
  }

  enum WithBodies {
    ONE {
      @Override
      int number() {
        return 1;
      }
    };

    abstract int number();
  }

  private long key(Object... arguments) {
    return digest.key(1, null, arguments);
  }

  private static String text(String value) {
    return new String(value.toCharArray());
  }

  /** Each makes a value; made twice it is to be the same, and no two are to be the same. */
  static Stream<Supplier<Object>> values() {
    return Stream.of(
        () -> null,
        () -> text(""),
        () -> text("a"),
        () -> text("b"),
        () -> text("abc"),
        () -> text("abcd"),
        () -> text("device-1"),
        () -> text("device-2"),
        () -> text("a text of more than eight bytes"),
        () -> text("a text of more than eight bytez"),
        () -> text("b text of more than eight bytes"),
        () -> text("žluťoučký kůň"),
        () -> 1,
        () -> 1L,
        () -> (short) 1,
        () -> (byte) 1,
        () -> 'c',
        () -> true,
        () -> false,
        () -> 1.0,
        () -> 1.0f,
        () -> Plain.ONE,
        () -> Plain.TWO,
        () -> WithBodies.ONE,
        () -> DayOfWeek.MONDAY,
        () -> String.class,
        () -> Plain.class,
        () -> new Point(1, text("p")),
        () -> new Point(1, text("q")),
        () -> new Point(1, new Point(1, text("p"))),
        () -> new int[] {1, 2},
        () -> new int[] {2, 1},
        () -> new long[] {1, 2},
        () -> new byte[] {1, 2, 3},
        () -> new byte[0],
        () -> new String[] {text("a"), null},
        () -> new int[][] {{1}, {2}},
        () -> new BigDecimal("1.5"),
        () -> new BigDecimal("1.50"),
        () -> new BigDecimal("123456789012345678901234567890"),
        () -> new BigInteger("5"),
        () -> new UUID(1, 2),
        () -> LocalDate.of(2026, 1, 2),
        () -> LocalDateTime.of(2026, 1, 2, 3, 4),
        () -> ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 6, ZoneId.of("Europe/Prague")),
        () -> ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 6, ZoneId.of("Europe/Paris")),
        () -> Instant.ofEpochSecond(5),
        () -> Duration.ofSeconds(5),
        () -> new Date(5),
        () -> new java.sql.Timestamp(5),
        () -> URI.create("http://127.0.0.1/a"),
        () -> Path.of("a", "b"),
        () -> Locale.GERMANY,
        () -> InetSocketAddress.createUnresolved("device", 80),
        () -> new InetSocketAddress("127.0.0.1", 80),
        () -> new InetSocketAddress("127.0.0.1", 81),
        () -> BitSet.valueOf(new long[] {5}),
        () -> new AtomicInteger(5),
        () -> new StringBuilder("a"),
        () -> Optional.of(text("a")),
        () -> Optional.empty(),
        () -> OptionalInt.of(5),
        () -> List.of(),
        () -> List.of(text("a")),
        () -> List.of(text("a"), text("b")),
        () -> List.of(text("b"), text("a")),
        () -> List.of(List.of(text("a")), text("b")),
        () -> Set.of(),
        () -> Set.of(text("a"), text("b")),
        () -> Map.of(),
        () -> Map.of(text("a"), 1, text("b"), 2),
        () -> Map.of(text("a"), 2, text("b"), 1),
        () -> new Hostile.Query(1, text("a")),
        () -> new Hostile.Query(2, text("a")),
        () -> new Hostile.Query(1, text("b")),
        () -> List.of(new Hostile.Query(1, text("a"))),
        () -> new Hostile.LazyList(text("a")),
        () -> Collections.unmodifiableList(new Hostile.LazyList(text("b"))));
  }

  @Test
  void shouldTellDifferentValuesApartAndFindEqualOnesEqual() {
    Map<Long, Object> seen = new HashMap<>();
    List<Supplier<Object>> all = values().toList();
    for (int i = 0; i < all.size(); i++) {
      long first = key(all.get(i).get());
      assertThat(digest.basis()).as("value %d", i).isEqualTo(KeyBasis.VALUE);
      assertThat(key(all.get(i).get())).as("value %d made again", i).isEqualTo(first);
      assertThat(seen.put(first, i)).as("same as value %d", i).isNull();
    }
  }

  @Test
  void shouldReadEqualResultsEqually() {
    Map<Long, Object> seen = new HashMap<>();
    List<Supplier<Object>> all = values().toList();
    for (int i = 0; i < all.size(); i++) {
      long first = digest.answer(all.get(i).get());
      assertThat(digest.known()).as("value %d", i).isTrue();
      assertThat(digest.answer(all.get(i).get())).as("value %d made again", i).isEqualTo(first);
      assertThat(seen.put(first, i)).as("same as value %d", i).isNull();
    }
  }

  static Stream<List<Object>> equalContents() {
    List<String> list = List.of("a", "b", "c");
    Map<String, Integer> map = Map.of("a", 1, "b", 2);
    Map<Plain, Integer> enumMap = Map.of(Plain.ONE, 1, Plain.TWO, 2);
    LinkedHashMap<String, Integer> turned = new LinkedHashMap<>();
    turned.put("b", 2);
    turned.put("a", 1);
    return Stream.of(
        List.of(
            list,
            new ArrayList<>(list),
            new LinkedList<>(list),
            new Vector<>(list),
            new ArrayDeque<>(list),
            new CopyOnWriteArrayList<>(list),
            Arrays.asList("a", "b", "c"),
            Collections.unmodifiableList(new ArrayList<>(list)),
            Collections.synchronizedList(new LinkedList<>(list)),
            list.stream().toList(),
            new ArrayList<>(List.of("x", "a", "b", "c")).subList(1, 4)),
        List.of(
            Set.of("a", "b", "c"),
            new HashSet<>(list),
            new LinkedHashSet<>(List.of("c", "b", "a")),
            new TreeSet<>(list),
            Collections.unmodifiableSet(new HashSet<>(list)),
            fromMap(list),
            keySet(list),
            new HashMap<>(Map.of("a", 1, "b", 1, "c", 1)).keySet()),
        List.of(
            map,
            new HashMap<>(map),
            turned,
            new TreeMap<>(map),
            new ConcurrentHashMap<>(map),
            new java.util.Hashtable<>(map),
            Collections.unmodifiableMap(new HashMap<>(map)),
            Collections.synchronizedMap(new HashMap<>(map))),
        List.of(enumMap, new EnumMap<>(enumMap)),
        List.of(Set.of(Plain.ONE, Plain.TWO), EnumSet.allOf(Plain.class)),
        List.of(List.of(), new ArrayList<>(), Collections.emptyList()),
        List.of(List.of("a"), Collections.singletonList("a"), Collections.nCopies(1, "a")));
  }

  private static Set<String> fromMap(List<String> list) {
    Set<String> set = Collections.newSetFromMap(new HashMap<>());
    set.addAll(list);
    return set;
  }

  private static Set<String> keySet(List<String> list) {
    Set<String> set = ConcurrentHashMap.newKeySet();
    set.addAll(list);
    return set;
  }

  @ParameterizedTest
  @MethodSource("equalContents")
  void shouldNotMindWhichCollectionHoldsTheContent(List<Object> same) {
    for (Object one : same) {
      assertThat(key(one)).as(one.getClass().getName()).isEqualTo(key(same.get(0)));
      assertThat(digest.basis()).isEqualTo(KeyBasis.VALUE);
    }
  }

  @Test
  void shouldNotMindWhatIsFilledLazily() {
    BigDecimal decimal = new BigDecimal("1.5");
    URI uri = URI.create("http://127.0.0.1/a");
    Path path = Path.of("a", "b");
    Object[] values = {
      decimal, uri, path, Locale.GERMANY, new Date(5), new HashMap<>(Map.of(1, 2))
    };
    long before = key(values);
    for (Object value : values) {
      assertThat(value.toString()).isNotNull();
      assertThat(value.hashCode()).isEqualTo(value.hashCode());
    }
    assertThat(uri.getPath()).isEqualTo("/a");
    assertThat(decimal.precision()).isEqualTo(2);
    assertThat(key(values)).isEqualTo(before);
  }

  @Test
  void shouldTakeAnObjectWithoutSimpleFieldsByItsIdentity() {
    Hostile.Service one = new Hostile.Service();
    long key = digest.key(1, one, null);
    assertThat(digest.basis()).isEqualTo(KeyBasis.IDENTITY);
    assertThat(digest.key(1, one, null)).isEqualTo(key);
    assertThat(digest.key(1, new Hostile.Service(), null)).isNotEqualTo(key);
    assertThat(key(new Object())).isNotEqualTo(key(new Object()));
  }

  @Test
  void shouldLookAtOwnSimpleFieldsOfAReceiverOnly() {
    assertThat(digest.key(1, new Hostile.Query(1, "a"), new Object[] {2}))
        .isEqualTo(digest.key(1, new Hostile.Query(1, "a"), new Object[] {2}))
        .isNotEqualTo(digest.key(1, new Hostile.Query(2, "a"), new Object[] {2}))
        .isNotEqualTo(digest.key(2, new Hostile.Query(1, "a"), new Object[] {2}));
    assertThat(digest.basis()).isEqualTo(KeyBasis.VALUE);
  }

  static class Client {
    final String url;
    final AtomicInteger calls = new AtomicInteger();
    transient int last;

    Client(String url) {
      this.url = url;
    }
  }

  static class SpecialClient extends Client {
    final TimeUnit unit = TimeUnit.DAYS;

    SpecialClient(String url) {
      super(url);
    }
  }

  @Test
  void shouldLeaveOutCountersAndTransientFieldsAndKeepInheritedOnes() {
    SpecialClient client = new SpecialClient("a");
    long key = digest.key(1, client, null);
    client.calls.incrementAndGet();
    client.last = 5;
    assertThat(digest.key(1, client, null)).isEqualTo(key);
    assertThat(digest.basis()).isEqualTo(KeyBasis.VALUE);
    assertThat(digest.key(1, new SpecialClient("b"), null)).isNotEqualTo(key);
    assertThat(digest.key(1, new Client("a"), null)).isNotEqualTo(key);
    assertThat(client.unit).isNotNull();
  }

  @Test
  void shouldTellSwappedArgumentsApart() {
    assertThat(key("a", "b")).isNotEqualTo(key("b", "a"));
    assertThat(key("a", null)).isNotEqualTo(key(null, "a"));
    assertThat(key("a")).isNotEqualTo(key("a", null));
  }

  @Test
  void shouldStopAtItsBounds() {
    Object deep = "end";
    for (int i = 0; i < 100_000; i++) {
      deep = new Object[] {deep};
    }
    key(deep);
    assertThat(digest.basis()).isEqualTo(KeyBasis.BOUNDED);
    digest.answer(deep);
    assertThat(digest.known()).isFalse();

    key(Collections.nCopies(Integer.MAX_VALUE, "a"));
    assertThat(digest.basis()).isEqualTo(KeyBasis.BOUNDED);
    key(new byte[3 << 20]);
    assertThat(digest.basis()).isEqualTo(KeyBasis.BOUNDED);
    key("a".repeat(3 << 20));
    assertThat(digest.basis()).isEqualTo(KeyBasis.BOUNDED);
    key("a".repeat(1 << 19));
    assertThat(digest.basis()).isEqualTo(KeyBasis.VALUE);
    key(Collections.nCopies(9_000, "a"));
    assertThat(digest.basis()).as("and starts anew").isEqualTo(KeyBasis.VALUE);
  }

  @Test
  void shouldNotRunInCircles() {
    Object[] self = new Object[2];
    self[0] = self;
    self[1] = "a";
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertThat(key(self, list)).isEqualTo(key(self, list));
    assertThat(digest.basis()).isEqualTo(KeyBasis.VALUE);
  }

  @Test
  void shouldNotAskAnApplicationsComparatorOrKeys() {
    Comparator<Hostile.Query> failing =
        (a, b) -> {
          throw Hostile.called();
        };
    Set<Hostile.Query> tree = new TreeSet<>((a, b) -> a.page - b.page);
    tree.add(new Hostile.Query(1, "a"));
    tree.add(new Hostile.Query(2, "a"));
    key(tree);
    assertThat(digest.basis()).isEqualTo(KeyBasis.VALUE);
    key(new TreeMap<>(failing));
    assertThat(digest.basis()).isEqualTo(KeyBasis.VALUE);
    TreeMap<Hostile.Query, String> failingLater =
        new TreeMap<>(
            new Comparator<Hostile.Query>() {
              @Override
              public int compare(Hostile.Query a, Hostile.Query b) {
                for (StackTraceElement frame : new Throwable().getStackTrace()) {
                  if (frame.getClassName().equals(ValueReader.class.getName())) {
                    throw Hostile.called();
                  }
                }
                return a.page - b.page;
              }
            });
    failingLater.put(new Hostile.Query(1, "a"), "a");
    failingLater.put(new Hostile.Query(2, "a"), "a");
    Hostile.Query middle = new Hostile.Query(2, "a");
    for (Object view :
        List.of(
            failingLater,
            failingLater.headMap(middle),
            failingLater.descendingMap(),
            failingLater.keySet(),
            failingLater.headMap(middle).keySet(),
            failingLater.navigableKeySet().headSet(middle))) {
      key(view);
      digest.answer(view);
    }
  }
}
