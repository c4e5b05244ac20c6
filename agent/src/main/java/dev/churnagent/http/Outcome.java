package dev.churnagent.http;

/** What a connection turned out to carry. All but the first two are final. */
public enum Outcome {
  /** Too few bytes so far. */
  UNDECIDED,
  /** HTTP/1.x so far. */
  HTTP,
  /** Its first bytes were no HTTP/1.x request. */
  NOT_HTTP,
  /** HTTP/2 with prior knowledge, or after a negotiation inside TLS. */
  HTTP2,
  /** Another protocol took over, such as WebSocket; the inside of a tunnel is looked at anew. */
  UPGRADED,
  /** What came breaks HTTP's rules, or goes beyond a bound of ours. */
  MALFORMED,
  /** Its end was seen. */
  ENDED;

  /** Whether the connection need not be looked at again. */
  public boolean isFinal() {
    return this != UNDECIDED && this != HTTP;
  }
}
