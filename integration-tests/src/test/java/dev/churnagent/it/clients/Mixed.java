package dev.churnagent.it.clients;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;

/** One after the other, something of every kind. */
public final class Mixed {
  private Mixed() {}

  /** Arguments: ports of a peer, of one that refuses, of a full one; path of a UNIX server. */
  public static void main(String... arguments) throws Exception {
    int peer = Integer.parseInt(arguments[0]);
    int refusing = Integer.parseInt(arguments[1]);
    int full = Integer.parseInt(arguments[2]);
    for (int i = 0; i < 3; i++) {
      PlainSockets.constructorWithAddress(peer);
      PlainSockets.connectWithTimeout(peer);
      Channels.openWithAddress(peer);
      Channels.nonBlockingWithSelector(peer);
      Channels.throughSocketWithTimeout(peer);
      AsyncChannels.future(peer);
      FailingClients.refusedSocket(refusing);
      FailingClients.refusedNonBlocking(refusing);
      FailingClients.refusedAsync(refusing);
      FailingClients.timedOutSocket(full);
      FailingClients.abandonedNonBlocking(full);
      FailingClients.rejectedSocket(peer);
      FailingClients.rejectedChannel(peer);
      FailingClients.unresolvedChannel(peer);
      try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
        channel.connect(UnixDomainSocketAddress.of(arguments[3]));
        Ping.over(channel);
      }
    }
    SelfConnecting.main();
  }
}
