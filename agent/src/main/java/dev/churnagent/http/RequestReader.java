package dev.churnagent.http;

/** Reads the requests of a connection. */
final class RequestReader extends MessageReader {
  private static final byte[] NO_HOST = {'u', 'n', 'k', 'n', 'o', 'w', 'n'};

  private final HttpConnection connection;

  /** The request whose head or body is being read; null between requests. */
  private HttpExchange current;

  /** What the known head came to; null without one. */
  private RequestHead knownHead;

  RequestReader(HttpConnection connection) {
    this.connection = connection;
  }

  @Override
  boolean startLooksRight(byte[] bytes, int from, int to) {
    return RequestLine.look(bytes, from, to, false) == RequestLine.Look.POSSIBLE;
  }

  @Override
  void startLine(byte[] bytes, int from, int to) {
    if (from == to && !connection.isUndecided()) {
      // Some clients send an empty line after a body.
      state = START;
      return;
    }
    switch (RequestLine.look(bytes, from, to, true)) {
      case WHOLE -> begin(bytes, from, to);
      case HTTP2 -> connection.stop(Outcome.HTTP2);
      default -> malformed();
    }
  }

  private void begin(byte[] bytes, int from, int to) {
    int afterMethod = Ascii.find(bytes, from, to, ' ');
    int targetEnd = Ascii.find(bytes, afterMethod + 1, to, ' ');
    RequestHead head = connection.newHead(RequestLine.method(bytes, from, afterMethod));
    RequestTarget.set(head, bytes, afterMethod + 1, targetEnd);
    current = new HttpExchange(head);
    connection.recognised();
  }

  @Override
  void header(byte[] bytes, int from, int nameEnd, int valueFrom, int to) {
    if (Ascii.equalsIgnoreCase(bytes, from, nameEnd, "host")) {
      RequestHead head = current.head;
      if (head.host == null) {
        head.host = RequestTarget.authority(bytes, valueFrom, to, head.secure);
      }
    } else if (Ascii.equalsIgnoreCase(bytes, from, nameEnd, "expect")) {
      current.head.expectsContinue = Ascii.equalsIgnoreCase(bytes, valueFrom, to, "100-continue");
    }
  }

  @Override
  boolean learnHead() {
    knownHead = current.head;
    return true;
  }

  @Override
  boolean repeatHead() {
    current = new HttpExchange(knownHead);
    return true;
  }

  @Override
  void headEnded() {
    RequestHead head = current.head;
    if (head.host == null || head.host.length == 0) {
      head.host = NO_HOST;
    }
    if (!connection.requestBegun(current)) {
      return;
    }
    if (framing.chunked) {
      expectChunks();
    } else if (framing.coded) {
      // Only chunks can end a request's body that has a coding.
      malformed();
    } else {
      expectBytes(Math.max(framing.length, 0));
    }
  }

  @Override
  void bodyBytes(byte[] bytes, int from, int to) {
    digest.add(bytes, from, to);
    current.addBody(bytes, from, to);
    current.bodyLength = digest.length();
    current.bodyDigest = digest.value();
  }

  @Override
  void messageEnded() {
    HttpExchange ended = current;
    current = null;
    ended.requestWhole = true;
    connection.settle();
  }

  /** The server has answered without waiting for this body, and it will not come. */
  void skipBody(HttpExchange exchange) {
    if (current == exchange) {
      current = null;
      skipRest();
      exchange.requestWhole = true;
    }
  }

  @Override
  void malformed() {
    connection.stop(connection.isUndecided() ? Outcome.NOT_HTTP : Outcome.MALFORMED);
  }

  /** Takes over another reader's place, and what its request was at that place. */
  void copyFrom(RequestReader other, RequestMark mark, boolean back) {
    copyPlace(other);
    current = other.current;
    if (back) {
      mark.restore(current);
    } else {
      mark.save(current);
    }
  }

  /** What a request has of its body at a mark. */
  static final class RequestMark {
    private long bodyLength;
    private long bodyDigest;
    private int bodyStartLength;

    void save(HttpExchange exchange) {
      if (exchange != null) {
        bodyLength = exchange.bodyLength;
        bodyDigest = exchange.bodyDigest;
        bodyStartLength = exchange.bodyStartLength;
      }
    }

    void restore(HttpExchange exchange) {
      if (exchange != null) {
        exchange.bodyLength = bodyLength;
        exchange.bodyDigest = bodyDigest;
        exchange.bodyStartLength = bodyStartLength;
        exchange.requestWhole = false;
      }
    }
  }
}
