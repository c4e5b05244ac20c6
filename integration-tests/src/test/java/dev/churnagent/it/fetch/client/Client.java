package dev.churnagent.it.fetch.client;

import dev.churnagent.it.fetch.wire.PipeKind;
import java.io.IOException;

/** Sends a request and reads the whole answer. For many threads. */
public interface Client extends AutoCloseable {
  /**
   * Sends it.
   *
   * @param body null: none
   */
  Answer send(String method, String url, String body) throws IOException;

  /** Ends what would keep the JVM alive. */
  @Override
  void close() throws IOException;

  /** What came back. */
  record Answer(int status, String body) {}

  /** The client of that kind. */
  static Client of(ClientKind kind) {
    return switch (kind) {
      case JDK -> new JdkClient(false);
      case JDK_ASYNC -> new JdkClient(true);
      case URL_CONNECTION -> new UrlConnectionClient();
      case OKHTTP -> new OkHttpWrapper();
      case APACHE_5 -> new Apache5Client();
      case APACHE_4 -> new Apache4Client();
      case ASYNC_FUTURES -> new AsyncChannelClient(PipeKind.ASYNC);
      case ASYNC_HANDLERS -> new AsyncChannelClient(PipeKind.ASYNC_HANDLER);
    };
  }
}
