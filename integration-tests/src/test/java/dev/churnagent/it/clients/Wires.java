package dev.churnagent.it.clients;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;

/** The kinds of wire. */
final class Wires {
  private Wires() {}

  static Wire.Opener opener(String kind, int port) {
    InetSocketAddress address = Addresses.loopback(port);
    return switch (kind) {
      case "SOCKET", "VIRTUAL_SOCKET" -> () -> new SocketWire(connected(new Socket(), address));
      case "ADAPTOR" -> () -> new SocketWire(connected(SocketChannel.open().socket(), address));
      case "BLOCKING_CHANNEL", "VIRTUAL_CHANNEL" ->
          () -> new ChannelWire(SocketChannel.open(address));
      case "NON_BLOCKING_CHANNEL" -> () -> SelectorWire.connect(address);
      case "ASYNC_CHANNEL" -> () -> AsyncWire.connect(address);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static Socket connected(Socket socket, InetSocketAddress address) throws IOException {
    socket.connect(address);
    return socket;
  }
}
