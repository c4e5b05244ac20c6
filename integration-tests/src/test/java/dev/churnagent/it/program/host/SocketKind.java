package dev.churnagent.it.program.host;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.channels.SocketChannel;

/** The ways to a {@link Socket}; each runs through other woven methods. */
enum SocketKind {
  PLAIN {
    @Override
    Socket open() {
      return new Socket();
    }
  },
  NO_PROXY {
    @Override
    Socket open() {
      return new Socket(Proxy.NO_PROXY);
    }
  },
  ADAPTOR {
    @Override
    Socket open() throws IOException {
      return SocketChannel.open().socket();
    }
  },
  SOCKS {
    @Override
    Socket open() throws IOException {
      return new Socket(new Proxy(Proxy.Type.SOCKS, Servers.socks(0)));
    }
  },
  SOCKS_THAT_REFUSES {
    @Override
    Socket open() throws IOException {
      return new Socket(new Proxy(Proxy.Type.SOCKS, Servers.socks(5)));
    }
  },
  SOCKS_THAT_IS_DOWN {
    @Override
    Socket open() throws IOException {
      return new Socket(new Proxy(Proxy.Type.SOCKS, Servers.refusing()));
    }
  },
  HTTP {
    @Override
    Socket open() throws IOException {
      return new Socket(new Proxy(Proxy.Type.HTTP, Servers.http("200 OK")));
    }
  },
  HTTP_THAT_REFUSES {
    @Override
    Socket open() throws IOException {
      return new Socket(new Proxy(Proxy.Type.HTTP, Servers.http("403 Forbidden")));
    }
  },
  CUSTOM {
    @Override
    Socket open() throws IOException {
      return new OwnImpl.OwnSocket(new OwnImpl());
    }
  };

  abstract Socket open() throws IOException;

  /** Whether a connect reaches the wanted address itself. */
  boolean isDirect() {
    return this == PLAIN || this == NO_PROXY || this == ADAPTOR;
  }

  /** Opened and connected; a proxied kind goes where its proxy says. */
  Socket connected(InetSocketAddress server) throws IOException {
    Socket socket = open();
    socket.connect(server);
    return socket;
  }
}
