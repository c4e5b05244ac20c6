package dev.churnagent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
    return outcome(pieces, connection -> {});
  }

  /** The same, with a look at the connection after each piece. */
  List<String> outcome(IntUnaryOperator pieces, Consumer<HttpConnection> look) {
    return run(
        pieces, (connection, block, at, end, lines) -> connection.sent(block, at, end), look);
  }

  /** Each write offers the rest of its block, and only a piece of it is taken. */
  List<String> outcomeOfPartialWrites(IntUnaryOperator pieces, Consumer<HttpConnection> look) {
    return run(pieces, Conversation::writePartly, look);
  }

  private static void writePartly(
      HttpConnection connection, byte[] block, int at, int end, List<String> lines) {
    connection.mark();
    connection.sent(block, at, block.length);
    drain(connection, lines);
    if (end < block.length) {
      connection.rollBack();
      connection.sent(block, at, end);
    }
  }

  private List<String> run(IntUnaryOperator pieces, Write write, Consumer<HttpConnection> look) {
    HttpConnection connection = new HttpConnection(false);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      byte[] block = blocks.get(i);
      for (int at = 0; at < block.length; ) {
        int rest = block.length - at;
        int end = at + Math.max(1, Math.min(rest, pieces.applyAsInt(rest)));
        if (directions.get(i)) {
          write.write(connection, block, at, end, lines);
        } else {
          connection.received(block, at, end);
        }
        at = end;
        drain(connection, lines);
        look.accept(connection);
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

  /** Takes what is told, as the owner of a connection does. */
  static void drain(HttpConnection connection, List<String> lines) {
    HttpExchange exchange;
    while ((exchange = connection.nextStarted()) != null) {
      exchange.attach("started");
    }
    while ((exchange = connection.nextEnded()) != null) {
      assertThat(exchange.attachment()).as("told as started").isNotNull();
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
    line.append(exchange.isFirst() ? "" : " again");
    line.append('#').append(Long.toHexString(exchange.identity()));
    return line.append('#').append(Integer.toHexString(exchange.bodyStart().hashCode())).toString();
  }

  /** The same without digests. */
  List<String> plainOutcome() {
    return outcome().stream().map(line -> line.replaceAll("#[0-9a-f]+", "")).toList();
  }

  /** How a piece of a block is written. */
  private interface Write {
    void write(HttpConnection connection, byte[] block, int at, int end, List<String> lines);
  }
}
