package dev.churnagent.recorder;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import jdk.internal.access.JavaNetInetAddressAccess;
import jdk.internal.access.SharedSecrets;

/** Names endpoints: where TCP goes, and the name that was asked for, without any lookup. */
final class Endpoints {
  private static final JavaNetInetAddressAccess NAMES = SharedSecrets.getJavaNetInetAddressAccess();

  private final EndpointTable table;

  /** What a connect by way of an HTTP tunnel asked for, on the thread that builds the tunnel. */
  private final ThreadLocal<SocketAddress> tunnelTarget = new ThreadLocal<>();

  /** Spares everybody else the thread-local: no tunnel was ever built. */
  private volatile boolean tunnels;

  Endpoints(EndpointTable table) {
    this.table = table;
  }

  void tunnelRequested(SocketAddress requested) {
    if (requested == null) {
      tunnelTarget.remove();
    } else {
      tunnels = true;
      tunnelTarget.set(requested);
    }
  }

  int id(ConnectionEntry entry, InetAddress address, int port, InetAddress local) {
    return table.idOf(address, port, host(entry, address), local);
  }

  int id(ConnectionEntry entry, SocketAddress remote, SocketAddress local) {
    if (remote instanceof InetSocketAddress inet) {
      if (inet.isUnresolved()) {
        return table.idOf(inet.getHostString() + ":" + inet.getPort());
      }
      InetAddress localAddress = local instanceof InetSocketAddress own ? own.getAddress() : null;
      return id(entry, inet.getAddress(), inet.getPort(), localAddress);
    }
    if (remote instanceof UnixDomainSocketAddress unix) {
      return unixId(entry, unix.getPath().toString());
    }
    return table.idOf("(unknown):0");
  }

  /** The id of a UNIX-domain endpoint; a name in Linux's abstract namespace begins with 0. */
  int unixId(ConnectionEntry entry, String path) {
    entry.unix = true;
    return table.idOf("unix:".concat(path.replace('\0', '@')));
  }

  private String host(ConnectionEntry entry, InetAddress address) {
    if (tunnels) {
      SocketAddress target = tunnelTarget.get();
      if (target instanceof InetSocketAddress inet) {
        return inet.getHostString();
      }
    }
    if (entry.requested instanceof InetSocketAddress inet && inet.getAddress() != address) {
      // Through a SOCKS proxy: the name of the destination, not that of the proxy.
      return inet.getHostString();
    }
    return NAMES.getOriginalHostName(address);
  }

  static InetAddress address(SocketAddress remote) {
    return remote instanceof InetSocketAddress inet ? inet.getAddress() : null;
  }

  static int port(SocketAddress address) {
    return address instanceof InetSocketAddress inet ? inet.getPort() : 0;
  }
}
