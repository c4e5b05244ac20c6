package dev.churnagent.http;

/** What a head says of its body's extent. */
final class Framing {
  private static final String LENGTH = "content-length";
  private static final String CODING = "transfer-encoding";

  /** Of the body in bytes, or -1 if not given. */
  long length = -1;

  /** Whether there is a transfer coding at all. */
  boolean coded;

  /** Whether the last coding is {@code chunked}. */
  boolean chunked;

  private boolean broken;

  void reset() {
    length = -1;
    coded = false;
    chunked = false;
    broken = false;
  }

  void copyFrom(Framing other) {
    length = other.length;
    coded = other.coded;
    chunked = other.chunked;
    broken = other.broken;
  }

  /** Whether the headers contradict themselves. */
  boolean isBroken() {
    return broken;
  }

  void header(byte[] bytes, int from, int nameEnd, int valueFrom, int to, boolean cut) {
    if (Ascii.equalsIgnoreCase(bytes, from, nameEnd, LENGTH)) {
      length(bytes, valueFrom, to);
      broken |= cut;
    } else if (Ascii.equalsIgnoreCase(bytes, from, nameEnd, CODING)) {
      coded = true;
      int last = to;
      while (last > valueFrom && bytes[last - 1] != ',' && !Ascii.isBlank(bytes[last - 1])) {
        last--;
      }
      chunked = Ascii.equalsIgnoreCase(bytes, last, to, "chunked");
      broken |= cut;
    }
  }

  private void length(byte[] bytes, int from, int to) {
    int at = from;
    do {
      int end = Ascii.find(bytes, at, to, ',');
      long value = number(bytes, at, end);
      broken |= value < 0 || length >= 0 && length != value;
      length = value;
      at = end + 1;
    } while (at <= to);
  }

  /** A decimal number between blanks, or -1. */
  private static long number(byte[] bytes, int from, int to) {
    int at = from;
    int end = to;
    while (at < end && Ascii.isBlank(bytes[at])) {
      at++;
    }
    while (at < end && Ascii.isBlank(bytes[end - 1])) {
      end--;
    }
    if (at == end || end - at > 18) {
      return -1;
    }
    long value = 0;
    for (; at < end; at++) {
      if (!Ascii.isDigit(bytes[at])) {
        return -1;
      }
      value = value * 10 + bytes[at] - '0';
    }
    return value;
  }
}
