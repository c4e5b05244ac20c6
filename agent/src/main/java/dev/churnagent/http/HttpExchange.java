package dev.churnagent.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One request and what is known of its answer. Belongs to its connection; not thread-safe. */
public final class HttpExchange {
  /** Only so much of a body is kept, until the request is over, to look for credentials. */
  static final int BODY_START = 1024;

  final RequestHead head;
  boolean first;
  boolean sawContinue;
  boolean requestWhole;
  long bodyLength;
  long bodyDigest;
  byte[] bodyStart;
  int bodyStartLength;
  int status;
  boolean answerWhole;
  long answerDigest;
  boolean abandoned;
  boolean unread;
  private Object attachment;

  HttpExchange(RequestHead head) {
    this.head = head;
  }

  /** As written, e.g. {@code GET}. */
  public String method() {
    return head.method;
  }

  /** Whether it is the first request of its connection. */
  public boolean isFirst() {
    return first;
  }

  /** Host and port, lower case, without the scheme's own port; without credentials. */
  public String authority() {
    return new String(head.host, StandardCharsets.ISO_8859_1);
  }

  /** {@code http} or {@code https}. */
  public String scheme() {
    return head.secure ? "https" : "http";
  }

  /** Path and query as written, with whatever secrets they hold. */
  public String target() {
    return new String(head.target, StandardCharsets.ISO_8859_1);
  }

  /** Whether the URL held credentials before its host. */
  public boolean hadUserInfo() {
    return head.userInfo != null;
  }

  /** Whether the whole request was seen. */
  public boolean isRequestWhole() {
    return requestWhole;
  }

  /** Bytes of the request's body, decoded; what was seen of it if it is not whole. */
  public long bodyLength() {
    return bodyLength;
  }

  /** Digest of the request's body, decoded. */
  public long bodyDigest() {
    return bodyDigest;
  }

  /** The first bytes of the request's body, at most 1 KB; must not be kept or written anywhere. */
  public String bodyStart() {
    return bodyStart == null
        ? ""
        : new String(bodyStart, 0, bodyStartLength, StandardCharsets.ISO_8859_1);
  }

  /** The answer's status, or 0 if there was no status line. */
  public int status() {
    return status;
  }

  /** Whether the answer was seen to its end. */
  public boolean isAnswerWhole() {
    return answerWhole;
  }

  /** Digest of status and body, decoded. */
  public long answerDigest() {
    return Digest64.mix(answerDigest, status);
  }

  /** Whether we stopped looking before it was over, so that nothing is known of its answer. */
  public boolean isAbandoned() {
    return abandoned;
  }

  /**
   * Whether the program closed the connection, or the recording ended, when only a part of the
   * answer had been read.
   */
  public boolean isAnswerUnread() {
    return unread;
  }

  /**
   * A digest of method, URL and body with all their secrets: the same for the same request, whether
   * it went through a proxy or not.
   */
  public long identity() {
    long identity = head.identity();
    return bodyLength == 0 ? identity : Digest64.mix(identity, bodyDigest);
  }

  /** What the owner of the connection attached, or null. */
  public Object attachment() {
    return attachment;
  }

  /** Attaches whatever the owner of the connection wants to find again. */
  public void attach(Object object) {
    attachment = object;
  }

  /** Whether it only opens a tunnel through a proxy, which is nobody's fetch. */
  boolean isTunnel() {
    return head.method.equals("CONNECT");
  }

  boolean isOver() {
    return requestWhole && answerWhole;
  }

  boolean isSameRequestAs(HttpExchange other) {
    return head == other.head
        || head.method.equals(other.head.method) && Arrays.equals(head.target, other.head.target);
  }

  void addBody(byte[] bytes, int from, int to) {
    int room = BODY_START - bodyStartLength;
    int added = Math.min(room, to - from);
    if (added > 0) {
      int needed = bodyStartLength + added;
      if (bodyStart == null || bodyStart.length < needed) {
        byte[] larger = new byte[Math.min(BODY_START, Math.max(needed, 2 * bodyStartLength))];
        if (bodyStart != null) {
          System.arraycopy(bodyStart, 0, larger, 0, bodyStartLength);
        }
        bodyStart = larger;
      }
      System.arraycopy(bytes, from, bodyStart, bodyStartLength, added);
      bodyStartLength = needed;
    }
  }
}
