package dev.churnagent.values;

/** How objects of one class are read. Found once for each class; holds no class. */
final class Shape {
  /** Nothing of it can be read. */
  static final int OPAQUE = 0;

  static final int STRING = 1;
  static final int ENUM = 2;
  static final int CLASS = 3;
  static final int PRIMITIVES = 4;
  static final int REFERENCES = 5;

  /** A class of the application's. */
  static final int OBJECT = 6;

  /** A record: all of it is its value. */
  static final int RECORD = 7;

  /** A value of the JDK's, read by its fields. */
  static final int VALUE = 8;

  /** A value of the JDK's, read as it writes itself. */
  static final int TEXT = 9;

  static final int DATE = 10;
  static final int DECIMAL = 11;
  static final int ADDRESS = 12;
  static final int SOCKET_ADDRESS = 13;
  static final int BITS = 14;

  /** An {@code Optional} or an entry of a map: a holder of the application's objects. */
  static final int HOLDER = 15;

  /** An array and how much of it is used. */
  static final int ARRAY_LIST = 16;

  /** Iterated, the order counts. */
  static final int LIST = 17;

  /** Iterated, the order does not count. */
  static final int SET = 18;

  static final int MAP = 19;

  /** A set that is the keys of the map in its only field. */
  static final int KEYS = 20;

  /** Nothing but a view of the object in its only field. */
  static final int WRAPPER = 21;

  final int kind;

  /** Name of the class. */
  final String name;

  /** Digest of the name. */
  final long nameDigest;

  final ValueField[] fields;

  /**
   * Whether {@code toString} of this JDK class writes the value, at once and without other code.
   */
  final boolean printable;

  /** Whether there is state in it that is not among the fields, so that a result is not known. */
  final boolean incomplete;

  /** Stands for something outside: a stream, a connection, a task. No answer by itself. */
  final boolean handle;

  Shape(
      int kind,
      String name,
      ValueField[] fields,
      boolean printable,
      boolean incomplete,
      boolean handle) {
    this.kind = kind;
    this.name = name;
    this.nameDigest = Mix.text(name);
    this.fields = fields;
    this.printable = printable;
    this.incomplete = incomplete;
    this.handle = handle;
  }

  /** Whether it is one of the JDK's plain values, which hold nothing of the application's. */
  boolean isPlainValue() {
    return kind == STRING || kind == ENUM || kind >= VALUE && kind <= BITS;
  }
}
