package dev.churnagent.it.fetch.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What is no HTTP/1.x, though some of it begins so. */
public final class NotHttp {
  private static final int MUCH = 1_000_000;
  private static final List<String> TEXTS =
      List.of(
          "G",
          "GET",
          "GET the milk\r\n\r\n",
          "GET /x HTTP/3.1\r\n\r\n",
          "GET  /x HTTP/1.1\r\n\r\n",
          "get /x HTTP/1.1\r\n\r\n",
          "EHLO device.test\r\nMAIL FROM:<a@b>\r\n",
          "*2\r\n$3\r\nGET\r\n$1\r\nk\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
          "\r\n\r\n\r\n");

  private NotHttp() {}

  /** Argument: the port of a server that only reads. */
  public static void main(String... arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    byte[] binary = new byte[MUCH];
    new Random(1).nextBytes(binary);
    for (PipeKind kind : PipeKind.values()) {
      if (kind == PipeKind.TLS) {
        continue;
      }
      for (String text : TEXTS) {
        send(kind, port, text.getBytes(StandardCharsets.US_ASCII));
      }
      if (kind != PipeKind.BYTES) {
        send(kind, port, binary);
      }
    }
    System.out.println("done");
  }

  private static void send(PipeKind kind, int port, byte[] bytes) throws IOException {
    try (Conversation server = new Conversation(kind, port)) {
      server.send(bytes);
    }
  }
}
