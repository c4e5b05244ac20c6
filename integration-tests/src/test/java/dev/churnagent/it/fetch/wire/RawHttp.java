package dev.churnagent.it.fetch.wire;

import java.io.IOException;

/** Every turn of HTTP/1.1, over every kind of pipe; each on paths of its own. */
public final class RawHttp {
  /** What must stand nowhere. */
  public static final String SECRET = "s3cr3tValue";

  private static final int TIMES = 3;

  /** Longer than buffers are, short enough to go byte by byte. */
  private static final int LONG = 10_000;

  private static final String BODY = "hello world";

  private final PipeKind kind;
  private final int port;
  private final String at;

  private RawHttp(PipeKind kind, int port) {
    this.kind = kind;
    this.port = port;
    this.at = "/" + kind;
  }

  /** Arguments: the ports of a plain and of a TLS server. */
  public static void main(String... arguments) throws IOException {
    for (PipeKind kind : PipeKind.values()) {
      RawHttp http = new RawHttp(kind, Integer.parseInt(arguments[kind == PipeKind.TLS ? 1 : 0]));
      http.plainRequests();
      http.bodies();
      http.endsOfAnswers();
      http.secrets();
      http.upgraded();
    }
    System.out.println("done");
  }

  private void plainRequests() throws IOException {
    try (Conversation server = new Conversation(kind, port)) {
      for (int i = 0; i < TIMES; i++) {
        equal(server.ask("GET " + at + "/kept"), "value of " + at + "/kept");
      }
      server.send(
          server.request("GET " + at + "/pipelined-1")
              + server.request("GET " + at + "/pipelined-2")
              + server.request("GET " + at + "/pipelined-1"));
      equal(server.answer(false), "value of " + at + "/pipelined-1");
      equal(server.answer(false), "value of " + at + "/pipelined-2");
      equal(server.answer(false), "value of " + at + "/pipelined-1");
      server.ask("HEAD " + at + "/head");
      server.ask("HEAD " + at + "/head");
      equal(server.ask("GET " + at + "/after-head"), "value of " + at + "/after-head");
      server.ask("GET " + at + "/long?q=" + "x".repeat(LONG), "X-Long: " + "y".repeat(LONG));
      String scheme = kind == PipeKind.TLS ? "https" : "http";
      server.ask("GET " + scheme + "://127.0.0.1:" + port + at + "/absolute");
      server.ask("OPTIONS " + at + "/options");
      server.ask("GET " + at + "/after-all");
    }
  }

  /** The same body, cut differently. */
  private void bodies() throws IOException {
    try (Conversation server = new Conversation(kind, port)) {
      for (int size : new int[] {1, 4, BODY.length()}) {
        server.send(server.request("POST " + at + "/chunked-body", "Transfer-Encoding: chunked"));
        for (int from = 0; from < BODY.length(); from += size) {
          String chunk = BODY.substring(from, Math.min(BODY.length(), from + size));
          server.send(Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n");
        }
        server.send("0\r\n\r\n");
        server.answer(false);
      }
      for (int i = 0; i < 2; i++) {
        server.send(
            server.request(
                "PUT " + at + "/continued", "Content-Length: 11", "Expect: 100-continue"));
        equal(server.answer(false), "");
        server.send(BODY);
        equal(server.answer(false), "value of " + at + "/continued");
      }
      for (int i = 0; i < TIMES; i++) {
        equal(server.ask("GET " + at + "/chunked").length(), 36);
      }
      server.ask("GET " + at + "/after-bodies");
    }
  }

  private void endsOfAnswers() throws IOException {
    try (Conversation server = new Conversation(kind, port)) {
      for (int i = 0; i < 2; i++) {
        server.ask("GET " + at + "/status/204");
        server.ask("GET " + at + "/status/304");
      }
      server.ask("GET " + at + "/after-empty");
    }
    for (int i = 0; i < 2; i++) {
      try (Conversation server = new Conversation(kind, port)) {
        equal(server.ask("GET " + at + "/unlimited"), "value of " + at + "/unlimited");
      }
      try (Conversation server = new Conversation(kind, port)) {
        server.send(server.request("GET " + at + "/abandoned"));
        server.take("HTTP/1.1 200 OK".length());
      }
    }
  }

  private void secrets() throws IOException {
    try (Conversation server = new Conversation(kind, port)) {
      for (int number : new int[] {1, 1, 2}) {
        server.ask(
            "GET " + at + "/secrets?user=visible&access_token=" + SECRET + number,
            "Authorization: Bearer " + SECRET,
            "Cookie: session=" + SECRET,
            "X-Api-Key: " + SECRET);
      }
      String body = "{\"password\":\"" + SECRET + "\"}";
      server.send(server.request("POST " + at + "/login", "Content-Length: " + body.length()));
      server.send(body);
      server.answer(false);
    }
  }

  /** What comes after is not HTTP, however it looks. */
  private void upgraded() throws IOException {
    try (Conversation server = new Conversation(kind, port)) {
      server.ask("GET " + at + "/upgrade", "Connection: Upgrade", "Upgrade: websocket");
      String message = server.request("GET " + at + "/in-a-frame");
      server.send(message);
      equal(server.take(message.length()), message);
    }
  }

  private static void equal(Object actual, Object expected) {
    if (!expected.equals(actual)) {
      throw new AssertionError(actual + " instead of " + expected);
    }
  }
}
