package dev.churnagent.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Blocks of bytes that go one way or the other, and what a connection makes of them. */
final class Conversation {
  private final List<byte[]> blocks = new ArrayList<>();
  private final List<Boolean> directions = new ArrayList<>();
  private boolean peerEnds;

  Conversation send(String text) {
    return add(text.getBytes(StandardCharsets.ISO_8859_1), true);
  }

  Conversation receive(String text) {
    return add(text.getBytes(StandardCharsets.ISO_8859_1), false);
  }

  Conversation add(byte[] block, boolean sent) {
    blocks.add(block);
    directions.add(sent);
    return this;
  }

  /** The peer's end of stream is read at the end. */
  Conversation peerEnds() {
    peerEnds = true;
    return this;
  }

  int length() {
    return blocks.stream().mapToInt(block -> block.length).sum();
  }

  /** All at once, each block in one piece. */
  List<String> outcome() {
    return outcome(rest -> rest);
  }

  /** In two pieces, cut after so many bytes of the whole. */
  List<String> cutAt(int place) {
    int[] at = {0};
    return outcome(
        rest -> {
          int piece = at[0] < place && place < at[0] + rest ? place - at[0] : rest;
          at[0] += piece;
          return piece;
        });
  }

  /**
   * In pieces.
   *
   * @param pieces given how much is left of a block, says how long the next piece is
   */
  List<String> outcome(IntUnaryOperator pieces) {
    HttpConnection connection = new HttpConnection(false);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      byte[] block = blocks.get(i);
      for (int at = 0; at < block.length; ) {
        int end =
            at + Math.max(1, Math.min(block.length - at, pieces.applyAsInt(block.length - at)));
        if (directions.get(i)) {
          connection.sent(block, at, end);
        } else {
          connection.received(block, at, end);
        }
        at = end;
        drain(connection, lines);
      }
    }
    if (peerEnds) {
      connection.endOfAnswers();
    }
    lines.add(connection.outcome().name());
    connection.closed();
    drain(connection, lines);
    return lines;
  }

  private static void drain(HttpConnection connection, List<String> lines) {
    while (connection.nextStarted() != null) {
      // Only what they come to is told.
      continue;
    }
    HttpExchange exchange;
    while ((exchange = connection.nextEnded()) != null) {
      lines.add(describe(exchange));
    }
  }

  /** For instance {@code GET http://device/status -> 200}. */
  static String describe(HttpExchange exchange) {
    StringBuilder line = new StringBuilder(exchange.method());
    line.append(' ').append(exchange.scheme()).append("://").append(exchange.authority());
    line.append(exchange.target());
    if (exchange.bodyLength() > 0) {
      line.append(" body ").append(exchange.bodyLength());
      line.append('#').append(Long.toHexString(exchange.bodyDigest()));
    }
    line.append(exchange.isRequestWhole() ? "" : " (cut)").append(" -> ").append(exchange.status());
    if (exchange.isAnswerWhole()) {
      line.append('#').append(Long.toHexString(exchange.answerDigest()));
    }
    line.append(exchange.isAnswerWhole() ? "" : " (cut)");
    line.append(exchange.isAbandoned() ? " (abandoned)" : "");
    return line.append(exchange.isFirst() ? "" : " again").toString();
  }

  /** The same without digests. */
  List<String> plainOutcome() {
    return outcome().stream().map(line -> line.replaceAll("#[0-9a-f]+", "")).toList();
  }
}
