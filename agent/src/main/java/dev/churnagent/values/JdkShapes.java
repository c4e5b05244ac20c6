package dev.churnagent.values;

/**
 * Which of the JDK's classes are read, and how. Exactly these: a subclass may override anything.
 *
 * <p>Iterating is safe for a class here because its iterator calls nothing of its elements and
 * takes no lock; sizes are never asked for. Not here, for instance: {@code TreeMap}'s sub-maps
 * (their iterators compare), {@code Vector}'s iterator (it locks; its array is read instead),
 * {@code StringBuffer}, blocking queues.
 */
final class JdkShapes {
  private JdkShapes() {}

  /**
   * A letter for the kind, see {@link ShapeFinder}, and the fields to read, with spaces between;
   * null for a class that is not read.
   */
  static String of(String className) {
    String value = value(className);
    return value != null ? value : container(className);
  }

  private static String value(String className) {
    return switch (className) {
      case "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.util.concurrent.atomic.AtomicInteger",
          "java.util.concurrent.atomic.AtomicLong",
          "java.util.concurrent.atomic.AtomicBoolean" ->
          "p value";
      case "java.math.BigInteger" -> "p signum mag";
      case "java.math.BigDecimal" -> "d intCompact intVal scale";
      case "java.util.UUID" -> "p mostSigBits leastSigBits";
      case "java.util.Currency" -> "p currencyCode";
      case "java.util.regex.Pattern" -> "v pattern flags";
      case "java.util.Date" -> "D";
      case "java.sql.Date", "java.sql.Time" -> "D";
      case "java.sql.Timestamp" -> "D nanos";
      case "java.net.URL" -> "v protocol authority file ref";
      case "java.net.URI", "java.util.Locale", "java.lang.StringBuilder" -> "t";
      case "java.io.File" -> "p path";
      case "sun.nio.fs.UnixPath" -> "p path";
      case "sun.nio.fs.WindowsPath" -> "p path";
      case "java.net.Inet4Address", "java.net.Inet6Address" -> "i";
      case "java.net.InetSocketAddress" -> "I";
      case "java.util.BitSet" -> "b";
      default -> time(className);
    };
  }

  private static String time(String className) {
    return switch (className) {
      case "java.time.Instant" -> "v seconds nanos";
      case "java.time.Duration" -> "p seconds nanos";
      case "java.time.Period" -> "p years months days";
      case "java.time.LocalDate" -> "p year month day";
      case "java.time.LocalTime" -> "p hour minute second nano";
      case "java.time.LocalDateTime" -> "p date time";
      case "java.time.OffsetDateTime" -> "p dateTime offset";
      case "java.time.OffsetTime" -> "p time offset";
      case "java.time.ZonedDateTime" -> "p dateTime offset zone";
      case "java.time.ZoneOffset" -> "p totalSeconds";
      case "java.time.ZoneRegion" -> "p id";
      case "java.time.Year" -> "p year";
      case "java.time.YearMonth" -> "p year month";
      case "java.time.MonthDay" -> "p month day";
      default -> null;
    };
  }

  private static String container(String className) {
    return switch (className) {
      case "java.util.Optional", "java.util.concurrent.atomic.AtomicReference" -> "o value";
      case "java.util.OptionalInt", "java.util.OptionalLong", "java.util.OptionalDouble" ->
          "p isPresent value";
      case "java.util.AbstractMap$SimpleEntry",
          "java.util.AbstractMap$SimpleImmutableEntry",
          "java.util.KeyValueHolder",
          "java.util.HashMap$Node",
          "java.util.HashMap$TreeNode",
          "java.util.LinkedHashMap$Entry",
          "java.util.TreeMap$Entry" ->
          "o key value";
      case "java.util.concurrent.ConcurrentHashMap$MapEntry" -> "o key val";
      case "java.util.ArrayList" -> "a elementData size";
      case "java.util.Vector", "java.util.Stack" -> "a elementData elementCount";
      case "java.util.LinkedList",
          "java.util.ArrayDeque",
          "java.util.Arrays$ArrayList",
          "java.util.ArrayList$SubList",
          "java.util.ImmutableCollections$List12",
          "java.util.ImmutableCollections$ListN",
          "java.util.ImmutableCollections$SubList",
          "java.util.Collections$EmptyList",
          "java.util.Collections$SingletonList",
          "java.util.Collections$CopiesList",
          "java.util.concurrent.CopyOnWriteArrayList",
          "java.util.concurrent.ConcurrentLinkedQueue",
          "java.util.concurrent.ConcurrentLinkedDeque",
          "java.util.HashMap$Values",
          "java.util.LinkedHashMap$LinkedValues",
          "java.util.TreeMap$Values",
          "java.util.concurrent.ConcurrentHashMap$ValuesView" ->
          "l";
      default -> setOrMap(className);
    };
  }

  private static String setOrMap(String className) {
    return switch (className) {
      case "java.util.HashSet",
          "java.util.LinkedHashSet",
          "java.util.RegularEnumSet",
          "java.util.JumboEnumSet",
          "java.util.ImmutableCollections$Set12",
          "java.util.ImmutableCollections$SetN",
          "java.util.Collections$EmptySet",
          "java.util.Collections$SingletonSet",
          "java.util.concurrent.CopyOnWriteArraySet",
          "java.util.HashMap$KeySet",
          "java.util.HashMap$EntrySet",
          "java.util.LinkedHashMap$LinkedKeySet",
          "java.util.LinkedHashMap$LinkedEntrySet",
          "java.util.TreeMap$EntrySet",
          "java.util.concurrent.ConcurrentHashMap$KeySetView",
          "java.util.concurrent.ConcurrentHashMap$EntrySetView" ->
          "s";
      case "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.EnumMap",
          "java.util.Hashtable",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.ImmutableCollections$Map1",
          "java.util.ImmutableCollections$MapN",
          "java.util.Collections$EmptyMap",
          "java.util.Collections$SingletonMap" ->
          "m";
      case "java.util.Properties" -> "w map";
      case "java.util.TreeSet", "java.util.Collections$SetFromMap" -> "k m";
      default -> wrapper(className);
    };
  }

  /** What wraps may be the application's, and is read as what it is. */
  private static String wrapper(String className) {
    return switch (className) {
      case "java.util.Collections$UnmodifiableCollection",
          "java.util.Collections$UnmodifiableSet",
          "java.util.Collections$UnmodifiableSortedSet",
          "java.util.Collections$UnmodifiableNavigableSet",
          "java.util.Collections$UnmodifiableList",
          "java.util.Collections$UnmodifiableRandomAccessList",
          "java.util.Collections$UnmodifiableSequencedCollection",
          "java.util.Collections$UnmodifiableSequencedSet",
          "java.util.Collections$SynchronizedCollection",
          "java.util.Collections$SynchronizedSet",
          "java.util.Collections$SynchronizedSortedSet",
          "java.util.Collections$SynchronizedNavigableSet",
          "java.util.Collections$SynchronizedList",
          "java.util.Collections$SynchronizedRandomAccessList",
          "java.util.Collections$CheckedCollection",
          "java.util.Collections$CheckedSet",
          "java.util.Collections$CheckedList",
          "java.util.Collections$CheckedRandomAccessList" ->
          "w c";
      case "java.util.Collections$UnmodifiableMap",
          "java.util.Collections$UnmodifiableSortedMap",
          "java.util.Collections$UnmodifiableNavigableMap",
          "java.util.Collections$UnmodifiableSequencedMap",
          "java.util.Collections$SynchronizedMap",
          "java.util.Collections$SynchronizedSortedMap",
          "java.util.Collections$SynchronizedNavigableMap",
          "java.util.Collections$CheckedMap" ->
          "w m";
      default -> null;
    };
  }
}
