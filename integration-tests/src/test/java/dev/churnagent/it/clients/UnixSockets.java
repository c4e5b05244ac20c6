package dev.churnagent.it.clients;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** Connects to a UNIX-domain socket: path and number of times for each method. */
public final class UnixSockets {
  private UnixSockets() {}

  /** Arguments: path, times. */
  public static void main(String... arguments) throws Exception {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(arguments[0]);
    for (int times = Integer.parseInt(arguments[1]); times > 0; times--) {
      blocking(address);
      nonBlocking(address);
    }
  }

  private static void blocking(UnixDomainSocketAddress address) throws Exception {
    try (SocketChannel channel = SocketChannel.open(address)) {
      Ping.over(channel);
    }
  }

  private static void nonBlocking(UnixDomainSocketAddress address) throws Exception {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        Selector selector = Selector.open()) {
      channel.configureBlocking(false);
      if (!channel.connect(address)) {
        channel.register(selector, SelectionKey.OP_CONNECT);
        while (!channel.finishConnect()) {
          selector.select();
        }
        channel.keyFor(selector).cancel();
        selector.selectNow();
      }
      Ping.over(channel);
    }
  }
}
