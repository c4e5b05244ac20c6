package dev.churnagent.recorder.wire;

import dev.churnagent.http.HttpExchange;
import dev.churnagent.http.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Notes in one line each what a connection comes to. */
final class ToldExchanges implements WireConnection.ExchangeListener {
  final List<String> told = new ArrayList<>();

  @Override
  public void started(HttpExchange exchange, boolean handedOver) {
    // As the recorder does; by it a request that was taken back is known again.
    exchange.attach("asker");
    told.add("started " + exchange.target());
  }

  @Override
  public void ended(HttpExchange exchange) {
    told.add("ended " + exchange.target() + (exchange.isAnswerUnread() ? " unread" : ""));
  }

  @Override
  public void left(Outcome outcome) {
    told.add(outcome.name());
  }
}
