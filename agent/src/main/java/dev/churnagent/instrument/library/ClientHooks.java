package dev.churnagent.instrument.library;

import java.util.List;

/**
 * Where libraries build the objects that keep connections for reuse, and where those open one. The
 * JDK's own HttpClient is hooked beside its sockets.
 */
final class ClientHooks {
  private static final String BUILT = "task.ClientBuiltAdvice";
  private static final String USED = "task.ClientUsedAdvice";

  private ClientHooks() {}

  static void addTo(List<LibraryClass> classes) {
    classes.add(
        new LibraryClass("okhttp3/internal/connection/RealConnectionPool")
            .with("<init>", "*", BUILT));
    classes.add(
        new LibraryClass("okhttp3/internal/connection/ConnectPlan")
            .with("connectTcp", "()*", USED));
    classes.add(
        new LibraryClass("okhttp3/internal/connection/RealConnection")
            .with("connectSocket", "*", USED));
    for (String operator :
        new String[] {
          "org/apache/hc/client5/http/impl/io/DefaultHttpClientConnectionOperator",
          "org/apache/hc/client5/http/impl/nio/DefaultAsyncClientConnectionOperator",
          "org/apache/http/impl/conn/DefaultHttpClientConnectionOperator"
        }) {
      classes.add(new LibraryClass(operator).with("<init>", "*", BUILT).with("connect", "*", USED));
    }
    classes.add(
        new LibraryClass("io/netty/util/concurrent/MultithreadEventExecutorGroup")
            .with("<init>", "*", BUILT));
    for (String channel :
        new String[] {
          "io/netty/channel/socket/nio/NioSocketChannel",
          "io/netty/channel/epoll/AbstractEpollChannel",
          "io/netty/channel/kqueue/AbstractKQueueChannel"
        }) {
      classes.add(new LibraryClass(channel).with("doConnect", "*", USED));
    }
    classes.add(
        new LibraryClass("io/grpc/internal/ManagedChannelImpl")
            .with("<init>", "*", BUILT)
            .with("newCall", "*", USED));
    classes.add(new LibraryClass("com/zaxxer/hikari/pool/HikariPool").with("<init>", "*", BUILT));
    classes.add(
        new LibraryClass("com/zaxxer/hikari/pool/PoolBase").with("newConnection", "*", USED));
  }
}
