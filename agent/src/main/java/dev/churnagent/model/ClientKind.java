package dev.churnagent.model;

/** A kind of object that keeps connections for reuse: a client or its pool. */
public enum ClientKind {
  /** {@code java.net.http.HttpClient}. */
  JDK_HTTP_CLIENT(0, "HttpClient"),
  /** The connection pool of an {@code OkHttpClient}. */
  OKHTTP_POOL(1, "OkHttpClient's connection pool"),
  /** The connection manager of an Apache HttpClient. */
  APACHE_MANAGER(2, "HttpClient's connection manager"),
  /** A Netty {@code EventLoopGroup}. */
  NETTY_GROUP(3, "EventLoopGroup"),
  /** A gRPC {@code ManagedChannel}. */
  GRPC_CHANNEL(4, "ManagedChannel"),
  /** A HikariCP pool. */
  HIKARI_POOL(5, "HikariCP pool"),
  /** One of a later version. */
  OTHER(255, "client");

  private static final ClientKind[] ALL = values();

  private final int code;
  private final String text;

  ClientKind(int code, String text) {
    this.code = code;
    this.text = text;
  }

  /** The number in the journal, 0 to 255. */
  public int code() {
    return code;
  }

  /** What people call it. */
  public String text() {
    return text;
  }

  /** The kind of a number; {@link #OTHER} if it is not known. */
  public static ClientKind ofCode(int code) {
    for (ClientKind kind : ALL) {
      if (kind.code == code) {
        return kind;
      }
    }
    return OTHER;
  }
}
