package dev.churnagent.sockets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One line of a command's output, split at blanks and used again for the next. Bytes beyond ASCII
 * are part of words and mean nothing: their encoding is the system's secret.
 */
final class Line {
  private static final int MOST_WORDS = 32;
  private static final int NO_NUMBER = -1;

  private final int[] starts = new int[MOST_WORDS];
  private final int[] ends = new int[MOST_WORDS];
  private byte[] bytes;
  private int next;
  private int words;

  Line(byte[] output) {
    bytes = output;
  }

  /** Moves to the next line that has a word; false after the last. */
  boolean next() {
    while (next < bytes.length) {
      split();
      if (words > 0) {
        return true;
      }
    }
    return false;
  }

  private void split() {
    words = 0;
    boolean inWord = false;
    while (next < bytes.length) {
      byte b = bytes[next++];
      if (b == '\n') {
        break;
      }
      boolean blank = b == ' ' || b == '\t' || b == '\r';
      if (!blank && !inWord) {
        inWord = words < MOST_WORDS;
        if (inWord) {
          starts[words++] = next - 1;
        }
      }
      if (blank) {
        inWord = false;
      }
      if (inWord) {
        ends[words - 1] = next;
      }
    }
  }

  int words() {
    return words;
  }

  /** A word by its place, from 0, with one char for each byte. */
  String word(int index) {
    return new String(bytes, starts[index], length(index), StandardCharsets.ISO_8859_1);
  }

  private int length(int index) {
    return ends[index] - starts[index];
  }

  /** Whether a word is this ASCII text. */
  boolean is(int index, byte[] text) {
    return Arrays.equals(bytes, starts[index], ends[index], text, 0, text.length);
  }

  /** Whether a word begins with this ASCII text, whatever the case; {@code text} in lower case. */
  boolean startsWith(int index, byte[] text) {
    if (length(index) < text.length) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if ((bytes[starts[index] + i] | 0x20) != text[i]) {
        return false;
      }
    }
    return true;
  }

  /** A word of digits as a number, or -1 if it is anything else or has more than 9 digits. */
  int number(int index) {
    return number(starts[index], ends[index]);
  }

  private int number(int from, int to) {
    if (to <= from || to - from > 9) {
      return NO_NUMBER;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return NO_NUMBER;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** Parses the word as address and port, parted by the last {@code separator}. */
  boolean endpoint(int index, char separator, ParsedEndpoint into) {
    int at = ends[index] - 1;
    while (at > starts[index] && bytes[at] != separator) {
      at--;
    }
    if (at == starts[index]) {
      return false;
    }
    boolean noPort = ends[index] == at + 2 && bytes[at + 1] == '*';
    into.port = noPort ? 0 : number(at + 1, ends[index]);
    return into.port >= 0 && into.port <= 0xffff && into.address(bytes, starts[index], at);
  }
}
