package dev.churnagent.http;

/** Reads the responses of a connection, in the order of its requests. */
final class ResponseReader extends MessageReader {
  private static final String VERSION = "HTTP/1.";

  private final HttpConnection connection;

  /** The exchange that is being answered; null between responses. */
  private HttpExchange current;

  private int status;
  private boolean toHttp2;

  /** Of the known head. */
  private int knownStatus;

  ResponseReader(HttpConnection connection) {
    this.connection = connection;
  }

  @Override
  boolean startLooksRight(byte[] bytes, int from, int to) {
    for (int i = 0; i < to - from && i < VERSION.length(); i++) {
      if (bytes[from + i] != VERSION.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  void startLine(byte[] bytes, int from, int to) {
    if (from == to) {
      state = START;
      return;
    }
    status = status(bytes, from, to);
    toHttp2 = false;
    if (status < 0) {
      malformed();
      return;
    }
    begin();
  }

  /** Finds the request; false if there is none. */
  private boolean begin() {
    current = connection.nextToAnswer();
    if (current == null) {
      // A server may say why it closes an idle connection; nobody asked.
      connection.stop(Outcome.ENDED);
      return false;
    }
    if (status >= 200) {
      current.status = status;
    }
    return true;
  }

  @Override
  boolean learnHead() {
    if (status < 200) {
      // Where interim answers come, the final one that follows is the long one.
      return false;
    }
    knownStatus = status;
    return true;
  }

  @Override
  boolean repeatHead() {
    status = knownStatus;
    toHttp2 = false;
    return begin();
  }

  private int status(byte[] bytes, int from, int to) {
    int at = from + VERSION.length();
    if (to - at < 5 || !startLooksRight(bytes, from, to) || !Ascii.isDigit(bytes[at++])) {
      return -1;
    }
    while (at < to && bytes[at] == ' ') {
      at++;
    }
    int value = 0;
    int digits = 0;
    while (at < to && Ascii.isDigit(bytes[at]) && digits < 4) {
      value = value * 10 + bytes[at++] - '0';
      digits++;
    }
    boolean ends = at == to || bytes[at] == ' ';
    return digits == 3 && ends && value >= 100 ? value : -1;
  }

  @Override
  void header(byte[] bytes, int from, int nameEnd, int valueFrom, int to) {
    if (status == 101 && Ascii.equalsIgnoreCase(bytes, from, nameEnd, "upgrade")) {
      toHttp2 = Ascii.equalsIgnoreCase(bytes, valueFrom, to, "h2c");
    }
  }

  @Override
  void headEnded() {
    if (status == 101) {
      current.status = status;
      connection.upgraded(current, toHttp2);
    } else if (status < 200) {
      current.sawContinue = true;
      current = null;
      skipRest();
    } else if (current.isTunnel() && status < 300) {
      connection.tunnelled(current);
    } else if (current.method().equals("HEAD") || status == 204 || status == 304) {
      expectNothing();
    } else if (framing.chunked) {
      expectChunks();
    } else if (framing.coded || framing.length < 0) {
      expectTheEnd();
    } else {
      expectBytes(framing.length);
    }
  }

  @Override
  void bodyBytes(byte[] bytes, int from, int to) {
    digest.add(bytes, from, to);
  }

  @Override
  void messageEnded() {
    HttpExchange ended = current;
    current = null;
    ended.answerDigest = digest.value();
    ended.answerWhole = true;
    connection.answered(ended);
  }

  /** The peer's end of stream: ends a body that had no other end. */
  void endOfStream() {
    if (state == TO_END) {
      state = START;
      messageEnded();
    }
  }

  @Override
  void malformed() {
    connection.stop(Outcome.MALFORMED);
  }
}
