package dev.churnagent.it.fetch.wire;

import java.io.IOException;

/** HTTP/2 with prior knowledge: the preface, an empty SETTINGS frame, and more. */
public final class Http2 {
  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

  private Http2() {}

  /** Argument: the port of a server that gives back each byte after {@code PRI}. */
  public static void main(String... arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    try (Conversation server = new Conversation(PipeKind.SOCKET, port)) {
      server.send(PREFACE);
      server.send(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0});
      server.send(server.request("GET /in-a-frame"));
      server.take(9);
    }
    try (Conversation server = new Conversation(PipeKind.CHANNEL, port)) {
      server.ask("GET /after");
    }
    System.out.println("done");
  }
}
