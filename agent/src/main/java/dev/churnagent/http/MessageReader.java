package dev.churnagent.http;

import java.util.Arrays;

/**
 * What requests and responses have in common: a start line, headers, a body with a length, in
 * chunks or up to the end. A state machine over bytes; lines are parsed in place, and only one that
 * is cut is gathered.
 */
abstract class MessageReader {
  /** The longest line that is looked at, and so the most that is held. */
  static final int MAX_LINE = 16 << 10;

  /** Beyond this a head, or the trailers, can't be meant to end. */
  private static final int MAX_HEAD = 256 << 10;

  static final int START = 0;
  private static final int HEADER = 1;
  private static final int FIXED = 2;
  private static final int CHUNK_SIZE = 3;
  private static final int CHUNK_DATA = 4;
  private static final int CHUNK_END = 5;
  private static final int TRAILER = 6;
  static final int TO_END = 7;
  static final int STOPPED = 8;

  private static final byte[] NOTHING = {};

  int state = START;
  final Digest64 digest = new Digest64();

  /** Of the message whose head is being read or was read last. */
  final Framing framing = new Framing();

  private long remaining;
  private byte[] line = NOTHING;
  private int lineLength;
  private boolean lineOpen;
  private boolean lineCut;
  private int headLength;

  private final KnownHead known = new KnownHead();
  private final Framing knownFraming = new Framing();

  /** Where the present head begins in what is being fed, or -1 if it began before. */
  private int headFrom;

  /** Looks at a start line of which only this is there; false to stop. */
  abstract boolean startLooksRight(byte[] bytes, int from, int to);

  /** A start line; the reader may have been stopped on return. */
  abstract void startLine(byte[] bytes, int from, int to);

  /** Remembers what the present head comes to; false if it is not to be known again. */
  abstract boolean learnHead();

  /** The known head came again: what learning it remembered is so again. False if stopped. */
  abstract boolean repeatHead();

  /** The head is over: calls one of {@code expect...}, or stops. */
  abstract void headEnded();

  abstract void bodyBytes(byte[] bytes, int from, int to);

  /** The message is over, in state START. */
  abstract void messageEnded();

  /** What came can't be HTTP; must stop this reader. */
  abstract void malformed();

  /** A header that only one kind of message has. */
  void header(byte[] bytes, int from, int nameEnd, int valueFrom, int to) {}

  /** The index of the first byte that was not read, because it was stopped. */
  final int feed(byte[] bytes, int from, int to) {
    int at = from;
    headFrom = -1;
    while (at < to && state != STOPPED) {
      at =
          switch (state) {
            case START -> headLength == 0 && !lineOpen ? head(bytes, at, to) : line(bytes, at, to);
            case FIXED, CHUNK_DATA, TO_END -> body(bytes, at, to);
            default -> line(bytes, at, to);
          };
    }
    return at;
  }

  /** A head begins: the one that is known, or the first line of another. */
  private int head(byte[] bytes, int at, int to) {
    int length = known.match(bytes, at, to);
    if (length == 0) {
      headFrom = at;
      return line(bytes, at, to);
    }
    digest.reset();
    framing.copyFrom(knownFraming);
    if (repeatHead()) {
      headEnded();
    }
    return at + length;
  }

  final void stop() {
    state = STOPPED;
    line = NOTHING;
    lineLength = 0;
    known.forget();
  }

  final void expectNothing() {
    endMessage();
  }

  final void expectBytes(long length) {
    remaining = length;
    if (length == 0) {
      endMessage();
    } else {
      state = FIXED;
    }
  }

  final void expectChunks() {
    state = CHUNK_SIZE;
  }

  final void expectTheEnd() {
    state = TO_END;
  }

  /** Gives up the message that is being read, and waits for the next one. */
  final void skipRest() {
    lineLength = 0;
    lineOpen = false;
    lineCut = false;
    headLength = 0;
    state = START;
  }

  private void endMessage() {
    headLength = 0;
    state = START;
    messageEnded();
  }

  private int body(byte[] bytes, int at, int to) {
    if (state == TO_END) {
      bodyBytes(bytes, at, to);
      return to;
    }
    int end = (int) Math.min(to, at + Math.min(remaining, Integer.MAX_VALUE - at));
    bodyBytes(bytes, at, end);
    remaining -= end - at;
    if (remaining == 0) {
      if (state == FIXED) {
        endMessage();
      } else {
        state = CHUNK_END;
      }
    }
    return end;
  }

  private int line(byte[] bytes, int at, int to) {
    int end = Ascii.find(bytes, at, to, '\n');
    headLength += end - at + (end < to ? 1 : 0);
    if (headLength > MAX_HEAD) {
      malformed();
      return to;
    }
    if (end < to && !lineOpen) {
      boolean cut = end - at > MAX_LINE;
      takeLine(bytes, at, cut ? at + MAX_LINE : end, cut);
      return end + 1;
    }
    keep(bytes, at, end);
    if (end < to) {
      int length = lineLength;
      boolean cut = lineCut;
      lineLength = 0;
      lineOpen = false;
      lineCut = false;
      takeLine(line, 0, length, cut);
      return end + 1;
    }
    lookAtOpenLine();
    return to;
  }

  private void keep(byte[] bytes, int from, int to) {
    lineOpen = true;
    int added = Math.min(to - from, MAX_LINE - lineLength);
    lineCut |= added < to - from;
    int needed = lineLength + added;
    if (line.length < needed) {
      byte[] larger = new byte[Math.min(MAX_LINE, Math.max(needed, 2 * line.length))];
      System.arraycopy(line, 0, larger, 0, lineLength);
      line = larger;
    }
    System.arraycopy(bytes, from, line, lineLength, added);
    lineLength = needed;
  }

  private void lookAtOpenLine() {
    if (state == START && lineLength > 0) {
      boolean mayEnd = line[lineLength - 1] == '\r' && !lineCut;
      if (lineCut || !startLooksRight(line, 0, mayEnd ? lineLength - 1 : lineLength)) {
        malformed();
      }
    }
  }

  private void takeLine(byte[] bytes, int from, int lineEnd, boolean cut) {
    int to = lineEnd > from && bytes[lineEnd - 1] == '\r' && !cut ? lineEnd - 1 : lineEnd;
    switch (state) {
      case START -> start(bytes, from, to, cut);
      case HEADER -> {
        if (to == from) {
          endHead(bytes, lineEnd + 1);
        } else {
          headerLine(bytes, from, to, cut);
        }
      }
      case CHUNK_SIZE -> chunkSize(bytes, from, to);
      case CHUNK_END -> {
        if (to > from) {
          malformed();
        } else {
          state = CHUNK_SIZE;
        }
      }
      default -> {
        if (to == from) {
          endMessage();
        }
      }
    }
  }

  private void start(byte[] bytes, int from, int to, boolean cut) {
    if (cut) {
      malformed();
      return;
    }
    digest.reset();
    framing.reset();
    state = HEADER;
    startLine(bytes, from, to);
  }

  private void endHead(byte[] bytes, int end) {
    headLength = 0;
    if (framing.isBroken()) {
      malformed();
      return;
    }
    if (headFrom >= 0 && end - headFrom <= KnownHead.MAX_LENGTH && learnHead()) {
      known.learn(bytes, headFrom, end);
      knownFraming.copyFrom(framing);
    }
    headEnded();
  }

  private void headerLine(byte[] bytes, int from, int to, boolean cut) {
    int nameEnd = Ascii.find(bytes, from, to, ':');
    // A folded line continues one that we don't need; one without a colon is nothing.
    if (nameEnd == to || Ascii.isBlank(bytes[from])) {
      return;
    }
    int valueFrom = nameEnd + 1;
    int valueTo = to;
    while (valueFrom < valueTo && Ascii.isBlank(bytes[valueFrom])) {
      valueFrom++;
    }
    while (valueFrom < valueTo && Ascii.isBlank(bytes[valueTo - 1])) {
      valueTo--;
    }
    framing.header(bytes, from, nameEnd, valueFrom, valueTo, cut);
    if (!cut) {
      header(bytes, from, nameEnd, valueFrom, valueTo);
    }
  }

  private void chunkSize(byte[] bytes, int from, int to) {
    headLength = 0;
    long size = 0;
    int at = from;
    while (at < to && Ascii.hex(bytes[at]) >= 0) {
      if (size >>> 55 != 0) {
        malformed();
        return;
      }
      size = size << 4 | Ascii.hex(bytes[at++]);
    }
    boolean ends = at == to || bytes[at] == ';' || Ascii.isBlank(bytes[at]);
    if (at == from || !ends) {
      malformed();
      return;
    }
    remaining = size;
    state = size == 0 ? TRAILER : CHUNK_DATA;
  }

  /** Takes over the other reader's place in the stream. */
  final void copyPlace(MessageReader other) {
    state = other.state;
    digest.copyFrom(other.digest);
    framing.copyFrom(other.framing);
    remaining = other.remaining;
    lineLength = other.lineLength;
    lineOpen = other.lineOpen;
    lineCut = other.lineCut;
    headLength = other.headLength;
    if (lineLength > 0) {
      line = Arrays.copyOf(other.line, lineLength);
    }
  }
}
