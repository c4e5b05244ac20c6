package dev.churnagent.it.fetch.client;

import dev.churnagent.it.fetch.wire.Conversation;
import dev.churnagent.it.fetch.wire.PipeKind;
import java.io.IOException;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A home-made client of one server's, on asynchronous channels that it keeps. */
final class AsyncChannelClient implements Client {
  private final PipeKind kind;
  private final Queue<Conversation> idle = new ConcurrentLinkedQueue<>();

  AsyncChannelClient(PipeKind kind) {
    this.kind = kind;
  }

  @Override
  public Answer send(String method, String url, String body) throws IOException {
    URI uri = URI.create(url);
    String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    Conversation server = idle.poll();
    if (server == null || server.port() != uri.getPort()) {
      server = new Conversation(kind, uri.getPort());
    }
    String content = body == null ? "" : body;
    server.send(
        server.request(method + " " + path, "Content-Length: " + content.length()) + content);
    String answer = server.answer(method.equals("HEAD"));
    if (server.isLast()) {
      server.close();
    } else {
      idle.add(server);
    }
    return new Answer(server.status(), answer);
  }

  @Override
  public void close() throws IOException {
    for (Conversation each : idle) {
      each.close();
    }
  }
}
