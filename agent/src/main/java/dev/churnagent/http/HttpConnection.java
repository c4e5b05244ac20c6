package dev.churnagent.http;

import java.util.ArrayDeque;

/**
 * Both directions of one client connection.
 *
 * <ul>
 *   <li>Never throws, whatever the bytes; ignores everything once its {@link #outcome()} is final.
 *   <li>The result does not depend on how the bytes of a direction were cut.
 *   <li>Not thread-safe; its owner guards it.
 *   <li>What only opens the way through a proxy, SOCKS or CONNECT, is passed over.
 *   <li>Tells by two queues: {@link #nextStarted()} has each request once its head is over, {@link
 *       #nextEnded()} each exchange once it is over or can't be followed any more.
 * </ul>
 */
public final class HttpConnection {
  /** More requests than this without an answer are no client that we know. */
  private static final int MAX_OUTSTANDING = 64;

  private final boolean secure;
  private final RequestReader requests = new RequestReader(this);
  private final ResponseReader responses = new ResponseReader(this);
  private final ArrayDeque<HttpExchange> outstanding = new ArrayDeque<>(4);
  private final ArrayDeque<HttpExchange> started = new ArrayDeque<>(4);
  private final ArrayDeque<HttpExchange> ended = new ArrayDeque<>(4);
  private Outcome outcome = Outcome.UNDECIDED;

  /** What comes before all that; null if there is none, or it is over. */
  private SocksHandshake socks;

  /** Whether anything went out on the way to the destination. */
  private boolean anySent;

  private boolean anyRequest;

  /** Whether a proxy has opened the way; one more proxy behind it is no case that we know. */
  private boolean tunnelled;

  /** Whether the answer to a CONNECT has just opened it. */
  private boolean opened;

  private RequestReader marked;
  private RequestReader.RequestMark mark;
  private int exchangesAtMark;
  private final ArrayDeque<HttpExchange> takenBack = new ArrayDeque<>(0);

  /**
   * Starts with the connection's first byte.
   *
   * @param secure whether what is seen goes inside TLS, which makes the URLs {@code https}
   */
  public HttpConnection(boolean secure) {
    this.secure = secure;
  }

  /** What it turned out to be so far. */
  public Outcome outcome() {
    return outcome;
  }

  /** The program wrote the bytes from one index to before another. */
  public void sent(byte[] bytes, int from, int to) {
    if (outcome.isFinal() || from >= to) {
      return;
    }
    if (!anySent && !tunnelled && socks == null && SocksHandshake.begins(bytes[from])) {
      socks = new SocksHandshake();
    }
    if (socks != null) {
      negotiated(true, bytes, from, to);
      return;
    }
    anySent = true;
    requests.feed(bytes, from, to);
  }

  /** The program read the bytes from one index to before another. */
  public void received(byte[] bytes, int from, int to) {
    if (outcome.isFinal()) {
      return;
    }
    int at = socks == null ? from : negotiated(false, bytes, from, to);
    if (anySent) {
      at = responses.feed(bytes, at, to);
      if (opened) {
        startOver();
      }
    }
    if (at < to && !anySent) {
      // The server speaks first.
      stop(Outcome.NOT_HTTP);
    }
  }

  /** The index of the first byte that is beyond the handshake. */
  private int negotiated(boolean byClient, byte[] bytes, int from, int to) {
    int at = socks.take(byClient, bytes, from, to);
    if (socks.isFailed()) {
      stop(Outcome.NOT_HTTP);
      return to;
    }
    if (socks.isOver()) {
      startOver();
    }
    return at;
  }

  /** A proxy has opened the way to the destination: what comes now is as on a connection to it. */
  private void startOver() {
    tunnelled = true;
    opened = false;
    socks = null;
    marked = null;
    takenBack.clear();
    anySent = false;
    outcome = Outcome.UNDECIDED;
    requests.skipRest();
    responses.skipRest();
  }

  /** Remembers this place of the request side, to return to it by {@link #rollBack()}. */
  public void mark() {
    if (outcome.isFinal()) {
      return;
    }
    if (marked == null) {
      marked = new RequestReader(this);
      mark = new RequestReader.RequestMark();
    }
    if (socks != null) {
      socks.mark();
    }
    marked.copyFrom(requests, mark, false);
    exchangesAtMark = outstanding.size();
  }

  /** What was sent since {@link #mark()} did not go out after all. */
  public void rollBack() {
    if (outcome.isFinal() || marked == null) {
      return;
    }
    if (socks != null) {
      socks.rollBack();
    }
    requests.copyFrom(marked, mark, true);
    while (outstanding.size() > exchangesAtMark && outstanding.peekLast().status == 0) {
      HttpExchange back = outstanding.removeLast();
      started.remove(back);
      takenBack.addFirst(back);
    }
  }

  /** The peer's end of stream was read. */
  public void endOfAnswers() {
    if (!outcome.isFinal()) {
      responses.endOfStream();
      stop(Outcome.ENDED);
    }
  }

  /** The program closes, whatever may still come. */
  public void closed() {
    if (!outcome.isFinal()) {
      markUnread();
      stop(Outcome.ENDED);
    }
  }

  private void markUnread() {
    for (HttpExchange exchange : outstanding) {
      exchange.unread = exchange.status != 0 && !exchange.answerWhole;
    }
  }

  /** What comes now can't be told apart any more. */
  public void lost() {
    if (!outcome.isFinal()) {
      stop(Outcome.MALFORMED);
    }
  }

  /** Nobody looks any more while it goes on: nothing is known of what is under way. */
  public void left() {
    if (!outcome.isFinal()) {
      markUnread();
      for (HttpExchange exchange : outstanding) {
        exchange.abandoned = true;
      }
      stop(Outcome.ENDED);
    }
  }

  /** The next request whose head is over, or null. Asked after each call that feeds. */
  public HttpExchange nextStarted() {
    return started.poll();
  }

  /** The next exchange that is over, or null; each was {@link #nextStarted()} before. */
  public HttpExchange nextEnded() {
    return ended.poll();
  }

  boolean isUndecided() {
    return outcome == Outcome.UNDECIDED;
  }

  void recognised() {
    outcome = Outcome.HTTP;
  }

  RequestHead newHead(String method) {
    return new RequestHead(method, secure);
  }

  /** A request's head is over; false if we stop here. */
  boolean requestBegun(HttpExchange exchange) {
    if (outstanding.size() >= MAX_OUTSTANDING) {
      stop(Outcome.MALFORMED);
      return false;
    }
    outstanding.add(exchange);
    HttpExchange before = takenBack.poll();
    boolean again = before != null && before.isSameRequestAs(exchange);
    exchange.first = again ? before.first : !anyRequest;
    if (again && before.attachment() != null) {
      exchange.attach(before.attachment());
    } else if (!exchange.isTunnel()) {
      started.add(exchange);
    }
    anyRequest |= !exchange.isTunnel();
    return true;
  }

  HttpExchange nextToAnswer() {
    HttpExchange next = outstanding.peek();
    return next == null || next.answerWhole ? null : next;
  }

  void answered(HttpExchange exchange) {
    if (exchange.head.expectsContinue && !exchange.sawContinue && exchange.bodyLength == 0) {
      requests.skipBody(exchange);
    }
    settle();
  }

  /** Moves what is over to where its owner finds it. */
  void settle() {
    while (!outstanding.isEmpty() && outstanding.peek().isOver()) {
      exchangesAtMark = Math.max(0, exchangesAtMark - 1);
      tell(outstanding.poll());
    }
  }

  void upgraded(HttpExchange exchange, boolean toHttp2) {
    exchange.abandoned = true;
    stop(toHttp2 ? Outcome.HTTP2 : Outcome.UPGRADED);
  }

  /** A CONNECT was granted; whatever follows its answer is the destination's. */
  void tunnelled(HttpExchange exchange) {
    outstanding.remove(exchange);
    if (outstanding.isEmpty()) {
      opened = true;
      responses.stop();
    } else {
      // Something was asked before the way was open.
      stop(Outcome.UPGRADED);
    }
  }

  /** Stops looking for ever; whatever waits for an answer will get none that we see. */
  void stop(Outcome why) {
    outcome = why;
    socks = null;
    requests.stop();
    responses.stop();
    marked = null;
    takenBack.clear();
    for (HttpExchange exchange = outstanding.poll();
        exchange != null;
        exchange = outstanding.poll()) {
      exchange.abandoned |= why != Outcome.ENDED;
      tell(exchange);
    }
  }

  private void tell(HttpExchange exchange) {
    if (!exchange.isTunnel()) {
      ended.add(exchange);
    }
  }
}
