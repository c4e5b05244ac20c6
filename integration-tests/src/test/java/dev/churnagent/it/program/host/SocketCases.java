package dev.churnagent.it.program.host;

import static dev.churnagent.it.program.host.Transcript.inCase;
import static dev.churnagent.it.program.host.Transcript.step;
import static dev.churnagent.it.program.host.Transcript.tell;
import static dev.churnagent.it.program.host.Transcript.value;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.util.List;

/** Everything about {@link Socket}, in each of its kinds. */
public final class SocketCases {
  private static final List<SocketOption<?>> OPTIONS =
      List.of(
          StandardSocketOptions.SO_LINGER,
          StandardSocketOptions.TCP_NODELAY,
          StandardSocketOptions.SO_KEEPALIVE,
          StandardSocketOptions.SO_REUSEADDR);

  private static InetSocketAddress friendly;
  private static InetSocketAddress silent;
  private static InetSocketAddress refusing;
  private static InetSocketAddress hanging;

  private SocketCases() {}

  public static void main(String[] args) throws Exception {
    friendly = Servers.friendly();
    silent = Servers.silent();
    refusing = Servers.refusing();
    hanging = Servers.hanging();
    for (SocketKind kind : SocketKind.values()) {
      connects(kind);
      closes(kind);
      options(kind);
    }
    for (SocketKind kind : List.of(SocketKind.PLAIN, SocketKind.ADAPTOR)) {
      blocked(kind);
    }
    constructors();
    custom();
    FailingSink.exit();
  }

  private static void connects(SocketKind kind) throws Exception {
    connect(kind, "success", socket -> socket.connect(friendly));
    connect(kind, "success with timeout", socket -> socket.connect(friendly, 5_000));
    connect(kind, "refused", socket -> socket.connect(refusing));
    connect(kind, "refused with timeout", socket -> socket.connect(refusing, 5_000));
    if (kind.isDirect()) {
      connect(kind, "timed out", socket -> socket.connect(hanging, 50));
    }
    InetSocketAddress unresolved = InetSocketAddress.createUnresolved("no.such.host.invalid", 80);
    connect(kind, "unresolved", socket -> socket.connect(unresolved));
    connect(kind, "unresolved with timeout", socket -> socket.connect(unresolved, 50));
    connect(kind, "null", socket -> socket.connect(null));
    connect(kind, "wrong type", socket -> socket.connect(Servers.ofWrongType()));
    connect(kind, "negative timeout", socket -> socket.connect(friendly, -1));
    connect(kind, "port 0", socket -> socket.connect(new InetSocketAddress(loopback(), 0)));
    connect(kind, "wildcard", socket -> socket.connect(wildcard(friendly)));
    connect(kind, "twice", socket -> twice(socket, friendly));
    connect(kind, "again after refused", socket -> twice(socket, refusing));
    connect(
        kind,
        "bound",
        socket -> {
          socket.bind(new InetSocketAddress(loopback(), 0));
          tell("bound " + socket.isBound() + " " + socket.getLocalSocketAddress());
          socket.connect(friendly);
        });
    connect(
        kind,
        "bound and refused",
        socket -> {
          socket.bind(new InetSocketAddress(loopback(), 0));
          socket.connect(refusing);
        });
    connect(
        kind,
        "closed",
        socket -> {
          socket.close();
          socket.connect(friendly);
        });
    connect(
        kind,
        "interrupted before",
        socket -> {
          Thread.currentThread().interrupt();
          socket.connect(friendly);
        });
    connect(
        kind,
        "with options before",
        socket -> {
          socket.setSoLinger(true, 3);
          socket.setTcpNoDelay(true);
          socket.setReuseAddress(true);
          socket.setKeepAlive(true);
          tellOptions(socket);
          socket.connect(friendly);
        });
  }

  private interface Connect {
    void on(Socket socket) throws Exception;
  }

  private static void connect(SocketKind kind, String name, Connect connect) throws Exception {
    inCase(
        kind + " connect " + name,
        () -> {
          Socket socket = kind.open();
          step(
              "connect",
              () -> {
                connect.on(socket);
                return "ok";
              });
          tell("interrupted after " + Thread.interrupted());
          tellState(socket);
          step(
              "write",
              () -> {
                socket.getOutputStream().write(1);
                return "ok";
              });
          step("read", () -> new String(socket.getInputStream().readNBytes(2)));
          step("close", () -> close(socket));
          tellState(socket);
          return "ok";
        });
  }

  private static void twice(Socket socket, InetSocketAddress address) throws Exception {
    step(
        "first",
        () -> {
          socket.connect(address);
          return "ok";
        });
    socket.connect(address);
  }

  private static void closes(SocketKind kind) throws Exception {
    inCase(
        kind + " close unconnected, twice",
        () -> {
          Socket socket = kind.open();
          step("close", () -> close(socket));
          step("close again", () -> close(socket));
          tellState(socket);
          return "ok";
        });
    inCase(
        kind + " close twice, by streams too",
        () -> {
          Socket socket = kind.connected(friendly);
          InputStream in = socket.getInputStream();
          step(
              "close stream",
              () -> {
                in.close();
                return "ok";
              });
          step("close", () -> close(socket));
          step("close again", () -> close(socket));
          step("read", in::read);
          tellState(socket);
          return "ok";
        });
    inCase(
        kind + " shutdownOutput",
        () -> {
          Socket socket = kind.open();
          step("unconnected", () -> shutdown(socket));
          step(
              "connect",
              () -> {
                socket.connect(friendly);
                return "ok";
              });
          step("connected", () -> shutdown(socket));
          tellState(socket);
          step("again", () -> shutdown(socket));
          step(
              "write",
              () -> {
                socket.getOutputStream().write(1);
                return "ok";
              });
          step("read to the end", () -> new String(socket.getInputStream().readAllBytes()));
          step(
              "shutdownInput",
              () -> {
                socket.shutdownInput();
                return "ok";
              });
          step("close", () -> close(socket));
          step("closed", () -> shutdown(socket));
          tellState(socket);
          return "ok";
        });
  }

  private static void options(SocketKind kind) throws Exception {
    for (int linger : new int[] {-1, 0, 5, 70_000}) {
      inCase(
          kind + " linger " + linger,
          () -> {
            Socket socket = kind.open();
            step("unconnected", () -> linger(socket, linger));
            step(
                "connect",
                () -> {
                  socket.connect(friendly);
                  return "ok";
                });
            tellOptions(socket);
            step("connected", () -> linger(socket, linger));
            step(
                "by option",
                () -> socket.setOption(StandardSocketOptions.SO_LINGER, linger) == socket);
            tellOptions(socket);
            step("close", () -> close(socket));
            step("closed", () -> linger(socket, linger));
            tellOptions(socket);
            return "ok";
          });
    }
    inCase(
        kind + " unusual options",
        () -> {
          Socket socket = kind.open();
          step("null", () -> socket.setOption(StandardSocketOptions.SO_LINGER, null));
          step("null name", () -> socket.setOption(null, 1));
          step("wrong type", () -> socket.setOption(raw(StandardSocketOptions.SO_LINGER), "x"));
          step("of datagrams", () -> socket.setOption(StandardSocketOptions.IP_MULTICAST_TTL, 1));
          step("negative buffer", () -> socket.setOption(StandardSocketOptions.SO_RCVBUF, -1));
          step(
              "supported",
              () -> socket.supportedOptions().contains(StandardSocketOptions.SO_LINGER));
          step("close", () -> close(socket));
          return "ok";
        });
  }

  @SuppressWarnings("unchecked")
  private static SocketOption<Object> raw(SocketOption<?> option) {
    return (SocketOption<Object>) option;
  }

  private static void blocked(SocketKind kind) throws Exception {
    inCase(
        kind + " closed by another thread during connect",
        () -> {
          Socket socket = kind.open();
          Transcript.Blocked blocked =
              Transcript.Blocked.in(
                  () -> {
                    socket.connect(hanging);
                    return "ok";
                  },
                  "connect");
          step("close", () -> close(socket));
          blocked.tellEnd();
          tellState(socket);
          return "ok";
        });
    inCase(
        kind + " closed by another thread during connect with timeout",
        () -> {
          Socket socket = kind.open();
          Transcript.Blocked blocked =
              Transcript.Blocked.in(
                  () -> {
                    socket.connect(hanging, 60_000);
                    return "ok";
                  },
                  "connect");
          step("close", () -> close(socket));
          blocked.tellEnd();
          return "ok";
        });
    inCase(
        kind + " closed by another thread during read",
        () -> {
          Socket socket = kind.connected(silent);
          Transcript.Blocked blocked =
              Transcript.Blocked.in(() -> socket.getInputStream().read(), "read");
          step("close", () -> close(socket));
          blocked.tellEnd();
          tellState(socket);
          return "ok";
        });
    inCase(
        kind + " shut down by another thread during read",
        () -> {
          Socket socket = kind.connected(silent);
          Transcript.Blocked blocked =
              Transcript.Blocked.in(() -> socket.getInputStream().read(), "read");
          step("shutdownOutput", () -> shutdown(socket));
          step(
              "shutdownInput",
              () -> {
                socket.shutdownInput();
                return "ok";
              });
          blocked.tellEnd();
          step("close", () -> close(socket));
          return "ok";
        });
    inCase(
        kind + " interrupted during read",
        () -> {
          Socket socket = kind.connected(silent);
          Transcript.Blocked blocked =
              Transcript.Blocked.in(() -> socket.getInputStream().read(), "read");
          blocked.thread().interrupt();
          // A platform thread reads on; after a virtual one's end this close would be a race.
          if (kind == SocketKind.PLAIN && !Transcript.isVirtual()) {
            step("close", () -> close(socket));
          }
          blocked.tellEnd();
          tellState(socket);
          return "ok";
        });
    inCase(
        kind + " interrupted during connect",
        () -> {
          Socket socket = kind.open();
          Transcript.Blocked blocked =
              Transcript.Blocked.in(
                  () -> {
                    socket.connect(hanging, 400);
                    return "ok";
                  },
                  "connect");
          blocked.thread().interrupt();
          blocked.tellEnd();
          tellState(socket);
          return "ok";
        });
  }

  private static void constructors() throws Exception {
    inCase(
        "constructor", () -> new Socket(friendly.getAddress(), friendly.getPort()).isConnected());
    inCase("constructor by name", () -> new Socket("localhost", friendly.getPort()).isConnected());
    inCase("constructor, refused", () -> new Socket(refusing.getAddress(), refusing.getPort()));
    inCase("constructor, null", () -> new Socket((InetAddress) null, 80));
    inCase("constructor, port", () -> new Socket(loopback(), 70_000));
    inCase(
        "constructor, bound",
        () -> new Socket(loopback(), friendly.getPort(), loopback(), 0).isBound());
    inCase("constructor, unresolved", () -> new Socket("no.such.host.invalid", 80));
  }

  private static void custom() throws Exception {
    for (int timeout : new int[] {7, 8}) {
      inCase(
          "CUSTOM connect throws " + timeout,
          () -> {
            Socket socket = SocketKind.CUSTOM.open();
            step(
                "connect",
                () -> {
                  socket.connect(friendly, timeout);
                  return "ok";
                });
            tellState(socket);
            step("close", () -> close(socket));
            return "ok";
          });
    }
    inCase(
        "CUSTOM close throws",
        () -> {
          Socket socket = SocketKind.CUSTOM.open();
          socket.connect(new InetSocketAddress(loopback(), 9));
          step("close", () -> close(socket));
          step("close again", () -> close(socket));
          tellState(socket);
          return "ok";
        });
  }

  private static String close(Socket socket) throws Exception {
    socket.close();
    return "ok";
  }

  private static String shutdown(Socket socket) throws Exception {
    socket.shutdownOutput();
    return "ok";
  }

  private static int linger(Socket socket, int seconds) throws Exception {
    socket.setSoLinger(seconds >= 0, Math.max(seconds, 0));
    return socket.getSoLinger();
  }

  private static void tellOptions(Socket socket) {
    for (SocketOption<?> option : OPTIONS) {
      value(option.name(), () -> socket.getOption(option));
    }
  }

  private static void tellState(Socket socket) {
    tell(
        "connected "
            + socket.isConnected()
            + ", bound "
            + socket.isBound()
            + ", closed "
            + socket.isClosed()
            + ", shut "
            + socket.isInputShutdown()
            + socket.isOutputShutdown()
            + ", "
            + socket.getLocalSocketAddress()
            + " to "
            + socket.getRemoteSocketAddress()
            + ", "
            + socket);
    value("timeout", socket::getSoTimeout);
    tellOptions(socket);
  }

  private static InetSocketAddress wildcard(InetSocketAddress address) throws Exception {
    return new InetSocketAddress(InetAddress.getByName("0.0.0.0"), address.getPort());
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }
}
