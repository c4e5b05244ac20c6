package dev.churnagent.it.program.host;

import static dev.churnagent.it.program.host.Transcript.inCase;
import static dev.churnagent.it.program.host.Transcript.step;
import static dev.churnagent.it.program.host.Transcript.tell;
import static dev.churnagent.it.program.host.Transcript.value;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Everything about {@link SocketChannel}: blocking, non-blocking, UNIX-domain. */
public final class ChannelCases {
  private static InetSocketAddress friendly;
  private static InetSocketAddress silent;
  private static InetSocketAddress refusing;
  private static InetSocketAddress hanging;

  private ChannelCases() {}

  public static void main(String[] args) throws Exception {
    friendly = Servers.friendly();
    silent = Servers.silent();
    refusing = Servers.refusing();
    hanging = Servers.hanging();
    for (boolean blocking : new boolean[] {true, false}) {
      connects(blocking);
      pending(blocking);
    }
    byAdaptor();
    blocked();
    closes();
    options();
    opening();
    unixDomain();
    FailingSink.exit();
  }

  private static void connects(boolean blocking) throws Exception {
    connect(blocking, "success", channel -> channel.connect(friendly));
    connect(blocking, "refused", channel -> channel.connect(refusing));
    connect(
        blocking,
        "unresolved",
        channel -> channel.connect(InetSocketAddress.createUnresolved("no.such.invalid", 80)));
    connect(blocking, "null", channel -> channel.connect(null));
    connect(blocking, "wrong type", channel -> channel.connect(Servers.ofWrongType()));
    connect(
        blocking,
        "UNIX address",
        channel -> channel.connect(UnixDomainSocketAddress.of("/nonexistent/x")));
    connect(blocking, "port 0", channel -> channel.connect(new InetSocketAddress(loopback(), 0)));
    connect(
        blocking,
        "twice",
        channel -> {
          step("first", () -> channel.connect(friendly));
          return channel.connect(friendly);
        });
    connect(
        blocking,
        "again after refused",
        channel -> {
          step("first", () -> channel.connect(refusing));
          step("finish", () -> finish(channel));
          return channel.connect(friendly);
        });
    connect(
        blocking,
        "bound",
        channel -> {
          channel.bind(new InetSocketAddress(loopback(), 0));
          return channel.connect(friendly);
        });
    connect(
        blocking,
        "bound and refused",
        channel -> {
          channel.bind(new InetSocketAddress(loopback(), 0));
          return channel.connect(refusing);
        });
    connect(
        blocking,
        "closed",
        channel -> {
          channel.close();
          return channel.connect(friendly);
        });
    connect(
        blocking,
        "interrupted before",
        channel -> {
          Thread.currentThread().interrupt();
          return channel.connect(friendly);
        });
  }

  private static void pending(boolean blocking) throws Exception {
    connect(blocking, "finish without connect", channel -> channel.finishConnect());
    connect(
        blocking,
        "finish closed",
        channel -> {
          channel.close();
          return channel.finishConnect();
        });
    if (blocking) {
      return;
    }
    connect(
        false,
        "pending, again",
        channel -> {
          step("first", () -> channel.connect(hanging));
          step("second", () -> channel.connect(hanging));
          step("finish", channel::finishConnect);
          tell("pending " + channel.isConnectionPending());
          channel.close();
          tell("pending " + channel.isConnectionPending());
          return channel.finishConnect();
        });
    connect(
        false,
        "pending, interrupted",
        channel -> {
          step("first", () -> channel.connect(hanging));
          Thread.currentThread().interrupt();
          return channel.finishConnect();
        });
    connect(
        false,
        "by adaptor",
        channel -> {
          channel.socket().connect(friendly);
          return "ok";
        });
    connect(
        false,
        "finished in blocking mode",
        channel -> {
          step("first", () -> channel.connect(friendly));
          channel.configureBlocking(true);
          return channel.finishConnect();
        });
    connect(
        false,
        "refused in blocking mode",
        channel -> {
          step("first", () -> channel.connect(refusing));
          channel.configureBlocking(true);
          return channel.finishConnect();
        });
  }

  private interface Connect {
    Object on(SocketChannel channel) throws Exception;
  }

  private static void connect(boolean blocking, String name, Connect connect) throws Exception {
    inCase(
        (blocking ? "blocking " : "non-blocking ") + name,
        () -> {
          SocketChannel channel = SocketChannel.open();
          channel.configureBlocking(blocking);
          step("connect", () -> connect.on(channel));
          tell("interrupted after " + Thread.interrupted());
          tellState(channel);
          if (channel.isOpen() && channel.isConnectionPending()) {
            step("finish", () -> finish(channel));
            step("finish again", channel::finishConnect);
            tellState(channel);
          }
          if (channel.isOpen()) {
            channel.configureBlocking(true);
          }
          step("write", () -> channel.write(ByteBuffer.wrap(new byte[3])));
          step("read", () -> channel.read(ByteBuffer.allocate(2)));
          step("close", () -> close(channel));
          tellState(channel);
          return "ok";
        });
  }

  /** As a selector loop does it. */
  private static boolean finish(SocketChannel channel) throws Exception {
    if (channel.isBlocking()) {
      return channel.finishConnect();
    }
    try (Selector selector = Selector.open()) {
      SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
      selector.select(1_000);
      tell("selected " + key.readyOps());
      boolean finished = channel.finishConnect();
      key.cancel();
      selector.selectNow();
      return finished;
    }
  }

  private static void byAdaptor() throws Exception {
    inCase(
        "adaptor connect, then channel",
        () -> {
          SocketChannel channel = SocketChannel.open();
          channel.socket().connect(friendly, 1_000);
          step("connect", () -> channel.connect(friendly));
          step("finish", channel::finishConnect);
          step(
              "close",
              () -> {
                channel.socket().close();
                return "ok";
              });
          tellState(channel);
          return "ok";
        });
    inCase(
        "adaptor timed out",
        () -> {
          SocketChannel channel = SocketChannel.open();
          step(
              "connect",
              () -> {
                channel.socket().connect(hanging, 50);
                return "ok";
              });
          tellState(channel);
          return "ok";
        });
  }

  private static void blocked() throws Exception {
    inCase(
        "closed by another thread during connect",
        () -> {
          SocketChannel channel = SocketChannel.open();
          Transcript.Blocked blocked =
              Transcript.Blocked.in(() -> channel.connect(hanging), "connect");
          step("close", () -> close(channel));
          blocked.tellEnd();
          tellState(channel);
          return "ok";
        });
    inCase(
        "interrupted during connect",
        () -> {
          SocketChannel channel = SocketChannel.open();
          Transcript.Blocked blocked =
              Transcript.Blocked.in(() -> channel.connect(hanging), "connect");
          blocked.thread().interrupt();
          blocked.tellEnd();
          tellState(channel);
          return "ok";
        });
    inCase(
        "closed by another thread during finishConnect",
        () -> {
          SocketChannel channel = SocketChannel.open();
          channel.configureBlocking(false);
          channel.connect(hanging);
          channel.configureBlocking(true);
          Transcript.Blocked blocked =
              Transcript.Blocked.in(channel::finishConnect, "finishConnect");
          step("close", () -> close(channel));
          blocked.tellEnd();
          tellState(channel);
          return "ok";
        });
    inCase(
        "closed by another thread during read",
        () -> {
          SocketChannel channel = SocketChannel.open(silent);
          Transcript.Blocked blocked =
              Transcript.Blocked.in(() -> channel.read(ByteBuffer.allocate(1)), "read");
          step("close", () -> close(channel));
          blocked.tellEnd();
          tellState(channel);
          return "ok";
        });
    inCase(
        "interrupted during read",
        () -> {
          SocketChannel channel = SocketChannel.open(silent);
          Transcript.Blocked blocked =
              Transcript.Blocked.in(() -> channel.read(ByteBuffer.allocate(1)), "read");
          blocked.thread().interrupt();
          blocked.tellEnd();
          tellState(channel);
          return "ok";
        });
    inCase(
        "shut down by another thread during read",
        () -> {
          SocketChannel channel = SocketChannel.open(silent);
          Transcript.Blocked blocked =
              Transcript.Blocked.in(() -> channel.read(ByteBuffer.allocate(1)), "read");
          step("shutdownOutput", () -> channel.shutdownOutput() == channel);
          step("shutdownInput", () -> channel.shutdownInput() == channel);
          blocked.tellEnd();
          step("close", () -> close(channel));
          return "ok";
        });
  }

  private static void closes() throws Exception {
    inCase(
        "close unconnected, twice",
        () -> {
          SocketChannel channel = SocketChannel.open();
          step("close", () -> close(channel));
          step("close again", () -> close(channel));
          tellState(channel);
          return "ok";
        });
    inCase(
        "close while registered",
        () -> {
          try (Selector selector = Selector.open()) {
            SocketChannel channel = SocketChannel.open(friendly);
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            step("select", () -> selector.select(5_000));
            step("close", () -> close(channel));
            tell("key " + key.isValid());
            step("selectNow", selector::selectNow);
            step("close again", () -> close(channel));
            tellState(channel);
          }
          return "ok";
        });
    inCase(
        "shutdownOutput",
        () -> {
          SocketChannel channel = SocketChannel.open();
          step("unconnected", () -> channel.shutdownOutput() == channel);
          step("connect", () -> channel.connect(friendly));
          step("connected", () -> channel.shutdownOutput() == channel);
          step("again", () -> channel.shutdownOutput() == channel);
          step("write", () -> channel.write(ByteBuffer.allocate(1)));
          tellState(channel);
          step("read", () -> channel.read(ByteBuffer.allocate(2)));
          step("end", () -> channel.read(ByteBuffer.allocate(2)));
          step("close", () -> close(channel));
          step("closed", () -> channel.shutdownOutput() == channel);
          return "ok";
        });
  }

  private static void options() throws Exception {
    for (Integer linger : new Integer[] {-1, 0, 5, null}) {
      inCase(
          "linger " + linger,
          () -> {
            SocketChannel channel = SocketChannel.open();
            step("unconnected", () -> linger(channel, linger));
            step("connect", () -> channel.connect(friendly));
            step("get", () -> channel.getOption(StandardSocketOptions.SO_LINGER));
            step("connected", () -> linger(channel, linger));
            step("close", () -> close(channel));
            step("closed", () -> linger(channel, linger));
            return "ok";
          });
    }
    inCase(
        "unusual options",
        () -> {
          SocketChannel channel = SocketChannel.open();
          step("wrong type", () -> channel.setOption(raw(StandardSocketOptions.SO_LINGER), "x"));
          step("null name", () -> channel.setOption(null, 1));
          step("of datagrams", () -> channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, 1));
          step("close", () -> close(channel));
          return "ok";
        });
  }

  @SuppressWarnings("unchecked")
  private static SocketOption<Object> raw(SocketOption<?> option) {
    return (SocketOption<Object>) option;
  }

  private static Object linger(SocketChannel channel, Integer seconds) throws Exception {
    channel.setOption(StandardSocketOptions.SO_LINGER, seconds);
    return channel.getOption(StandardSocketOptions.SO_LINGER);
  }

  private static void opening() throws Exception {
    for (SocketAddress address : List.of(friendly, refusing, Servers.ofWrongType())) {
      inCase(
          "SocketChannel.open",
          () -> {
            SocketChannel channel = SocketChannel.open(address);
            tellState(channel);
            channel.close();
            return "ok";
          });
    }
    inCase("SocketChannel.open, null", () -> SocketChannel.open((SocketAddress) null));
  }

  private static void unixDomain() throws Exception {
    Path folder = Files.createTempDirectory("churn-it");
    Path path = folder.resolve("socket");
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(path);
    inCase("UNIX, nobody there", () -> SocketChannel.open(address));
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(address);
      for (boolean blocking : new boolean[] {true, false}) {
        inCase(
            "UNIX, blocking " + blocking,
            () -> {
              SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
              channel.configureBlocking(blocking);
              step("Internet address", () -> channel.connect(friendly));
              step("connect", () -> channel.connect(address));
              step("finish", channel::finishConnect);
              step("again", () -> channel.connect(address));
              tell("open " + channel.isOpen() + ", connected " + channel.isConnected());
              step("remote", () -> channel.getRemoteAddress().equals(address));
              step("linger", () -> linger(channel, 0));
              step("socket", channel::socket);
              try (SocketChannel accepted = server.accept()) {
                step("shutdownOutput", () -> channel.shutdownOutput() == channel);
                step("end", () -> accepted.read(ByteBuffer.allocate(1)));
              }
              step("close", () -> close(channel));
              step("close again", () -> close(channel));
              return "ok";
            });
      }
    }
    inCase(
        "UNIX, refused",
        () -> {
          try {
            return SocketChannel.open(address);
          } finally {
            Files.deleteIfExists(path);
            Files.deleteIfExists(folder);
          }
        });
  }

  private static String close(SocketChannel channel) throws Exception {
    channel.close();
    return "ok";
  }

  private static void tellState(SocketChannel channel) {
    tell(
        "open "
            + channel.isOpen()
            + ", connected "
            + channel.isConnected()
            + ", pending "
            + channel.isConnectionPending()
            + ", blocking "
            + channel.isBlocking()
            + ", "
            + channel);
    value("local", channel::getLocalAddress);
    value("remote", channel::getRemoteAddress);
    value("linger", () -> channel.getOption(StandardSocketOptions.SO_LINGER));
    value("nodelay", () -> channel.getOption(StandardSocketOptions.TCP_NODELAY));
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }
}
