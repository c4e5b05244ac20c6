package dev.churnagent.recorder.wire;

import dev.churnagent.http.HttpExchange;
import dev.churnagent.http.Outcome;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.model.Call;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.call.Asker;
import dev.churnagent.recorder.call.Contexts;
import java.util.concurrent.atomic.AtomicLong;

/** Writes exchanges to the journal. */
final class HttpRecorder implements WireConnection.ExchangeListener {
  private final JournalWriter journal;
  private final Faults faults;
  private final Contexts contexts;
  private final HttpKeys keys;
  private final Announcements announcements;
  private final AtomicLong lostTrack = new AtomicLong();

  HttpRecorder(
      JournalWriter journal,
      Faults faults,
      Contexts contexts,
      HttpKeys keys,
      Announcements announcements) {
    this.journal = journal;
    this.faults = faults;
    this.contexts = contexts;
    this.keys = keys;
    this.announcements = announcements;
  }

  @Override
  public void started(HttpExchange exchange, boolean handedOver) {
    long now = journal.now();
    Asker asker = handedOver && !announcements.isEmpty() ? announcements.find(exchange, now) : null;
    if (asker == null) {
      asker = contexts.asker();
    }
    if (exchange.isFirst()) {
      asker.firstRequestSent();
    }
    asker.networkUsed();
    exchange.attach(new OpenRequest(asker, now));
  }

  @Override
  public void ended(HttpExchange exchange) {
    if (!(exchange.attachment() instanceof OpenRequest request)) {
      return;
    }
    Asker asker = request.asker;
    int requestId = keys.idOf(exchange);
    // Where one number stands for several requests, equal answers mean nothing.
    int unknown = keys.isShared(requestId) ? Call.UNKNOWN_ANSWER : 0;
    journal.appendCall(
        request.startNanos,
        journal.now() - request.startNanos,
        contexts.nextCallId(),
        asker.callId(),
        requestId,
        asker.stackId,
        asker.originId,
        asker.scopeId,
        asker.threadId,
        exchange.isFirst() ? 1 : 0,
        exchange.answerDigest(),
        flags(exchange) | unknown);
  }

  private static int flags(HttpExchange exchange) {
    int status = exchange.status();
    boolean failed = status == 408 || status == 429 || status >= 500;
    boolean unanswered = status == 0 && !exchange.isAbandoned();
    int network = exchange.isAnswerUnread() ? Call.NETWORK | Call.UNREAD_ANSWER : Call.NETWORK;
    if (failed || unanswered) {
      return network | Call.FAILED;
    }
    boolean known = exchange.isAnswerWhole() && !exchange.isAbandoned();
    return known ? network : network | Call.UNKNOWN_ANSWER;
  }

  @Override
  public void left(Outcome outcome) {
    if (outcome == Outcome.HTTP2) {
      faults.degraded("note: HTTP/2 was used, whose requests are not recognised: only HTTP/1.x is");
    } else if (outcome == Outcome.MALFORMED) {
      lostTrack.incrementAndGet();
    }
  }

  /** Connections that began as HTTP/1.x and could not be followed to their end. */
  long lostTrack() {
    return lostTrack.get();
  }
}
