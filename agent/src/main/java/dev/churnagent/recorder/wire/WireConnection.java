package dev.churnagent.recorder.wire;

import dev.churnagent.http.HttpConnection;
import dev.churnagent.http.HttpExchange;
import dev.churnagent.http.Outcome;
import java.nio.ByteBuffer;

/**
 * One outgoing connection's bytes. Guarded by itself, for the time of a parse; once it is known not
 * to be HTTP, a look at a flag is all.
 *
 * <p>Requests are parsed before they are written: the answer may be read by another thread before
 * the writer gets on. What a channel then did not write is taken back.
 */
public final class WireConnection {
  private static final int[] NOTHING = {};

  private final ExchangeListener listener;
  private final boolean secure;
  private volatile boolean ignored;
  private HttpConnection http;

  /** Inside a channel's write: who, how much, and where its buffers began. */
  private Thread writer;

  /** An asynchronous channel was given a write that is not known to be done. */
  private boolean given;

  private long expected;
  private Thread reader;
  private int[] writeStarts = NOTHING;
  private int[] readStarts = NOTHING;

  /** Gets what a connection comes to, under the connection's lock. */
  interface ExchangeListener {
    /** A request is about to be written; {@code handedOver} if its client uses several threads. */
    void started(HttpExchange exchange, boolean handedOver);

    void ended(HttpExchange exchange);

    /** Nothing more will come of this connection. */
    void left(Outcome outcome);
  }

  WireConnection(ExchangeListener listener, boolean secure) {
    this.listener = listener;
    this.secure = secure;
  }

  /** Whether nothing more can be learnt of it. */
  boolean isIgnored() {
    return ignored;
  }

  /** A blocking write, of all these bytes. */
  synchronized void sent(byte[] bytes, int from, int length) {
    if (isLooking()) {
      http.sent(bytes, from, from + length);
      settle(false);
    }
  }

  synchronized void received(byte[] bytes, int from, int count) {
    if (isLooking()) {
      if (count < 0) {
        http.endOfAnswers();
      } else {
        http.received(bytes, from, from + count);
      }
      settle(false);
    }
  }

  /** A channel begins to write. */
  synchronized void sending(ByteBuffer[] sources, int from, int length) {
    if (!isLooking()) {
      return;
    }
    Thread current = Thread.currentThread();
    if (writer != null && writer != current) {
      // Two at once: their order on the wire can't be known.
      http.lost();
      settle(true);
      return;
    }
    boolean lastThrew = writer != null;
    writer = current;
    feedAhead(lastThrew, sources, from, length, true);
  }

  private void feedAhead(
      boolean lastFailed, ByteBuffer[] sources, int from, int length, boolean handedOver) {
    if (lastFailed) {
      http.rollBack();
    }
    http.mark();
    writeStarts = BufferBytes.starts(sources, from, length, writeStarts);
    expected = BufferBytes.remaining(sources, from, length);
    BufferBytes.feedRemaining(http, sources, from, length);
    settle(handedOver);
  }

  /** The same write returned. */
  synchronized void sent(long count, ByteBuffer[] sources, int from) {
    if (!isLooking() || writer != Thread.currentThread()) {
      return;
    }
    writer = null;
    takeBack(count, sources, from, true);
  }

  private void takeBack(long count, ByteBuffer[] sources, int from, boolean handedOver) {
    if (count < expected) {
      http.rollBack();
      BufferBytes.feed(http, true, sources, from, writeStarts, Math.max(count, 0));
      settle(handedOver);
    }
  }

  /**
   * An asynchronous channel is given a write; the JDK allows no second one before this one is done.
   * Nothing is kept of the buffers, nor of the thread: it may take for ever.
   */
  synchronized void sendingLater(ByteBuffer[] sources) {
    if (isLooking()) {
      // Still given: the one before was cancelled, timed out or failed, and nothing of it went out.
      boolean lastFailed = given;
      given = true;
      feedAhead(lastFailed, sources, 0, sources.length, false);
    }
  }

  /** The same write was done, by whichever thread. */
  synchronized void sentLater(long count, ByteBuffer[] sources) {
    if (isLooking() && given) {
      given = false;
      takeBack(count, sources, 0, false);
    }
  }

  /** A channel begins to read, or an engine to unwrap, into these buffers. */
  synchronized void receiving(ByteBuffer[] targets, int from, int length) {
    if (isLooking()) {
      reader = Thread.currentThread();
      readStarts = BufferBytes.starts(targets, from, length, readStarts);
    }
  }

  /** The same read ended. */
  synchronized void received(long count, ByteBuffer[] targets, int from) {
    if (!isLooking()) {
      return;
    }
    boolean known = reader == Thread.currentThread();
    reader = null;
    if (count < 0) {
      http.endOfAnswers();
    } else if (known) {
      BufferBytes.feed(http, false, targets, from, readStarts, count);
    } else if (count > 0) {
      // Two at once: their order on the wire can't be known.
      http.lost();
    }
    settle(true);
  }

  /** An engine begins to take from these buffers; nothing is on the wire before it returns. */
  synchronized void wrapping(ByteBuffer[] sources, int from, int length) {
    if (isLooking()) {
      writer = Thread.currentThread();
      writeStarts = BufferBytes.starts(sources, from, length, writeStarts);
    }
  }

  /** The engine has taken so many bytes. */
  synchronized void wrapped(int count, ByteBuffer[] sources, int from) {
    if (isLooking()) {
      if (writer == Thread.currentThread()) {
        BufferBytes.feed(http, true, sources, from, writeStarts, count);
      } else if (count > 0) {
        http.lost();
      }
      writer = null;
      settle(true);
    }
  }

  /** A channel's read into one buffer ended. */
  synchronized void received(int count, ByteBuffer target) {
    if (!isLooking()) {
      return;
    }
    if (count < 0) {
      http.endOfAnswers();
    } else {
      BufferBytes.feed(http, false, target, target.position() - count, target.position());
    }
    settle(true);
  }

  synchronized void closed() {
    if (http != null && !ignored) {
      http.closed();
      settle(false);
    }
    ignored = true;
    http = null;
  }

  /** The recording ends before the connection does. */
  synchronized void left() {
    if (http != null && !ignored) {
      http.left();
      settle(false);
    }
    ignored = true;
    http = null;
  }

  private boolean isLooking() {
    if (ignored) {
      return false;
    }
    if (http == null) {
      http = new HttpConnection(secure);
    }
    return true;
  }

  private void settle(boolean handedOver) {
    HttpExchange exchange;
    while ((exchange = http.nextStarted()) != null) {
      listener.started(exchange, handedOver);
    }
    while ((exchange = http.nextEnded()) != null) {
      listener.ended(exchange);
    }
    Outcome outcome = http.outcome();
    if (outcome.isFinal()) {
      ignored = true;
      http = null;
      writeStarts = NOTHING;
      readStarts = NOTHING;
      listener.left(outcome);
    }
  }
}
