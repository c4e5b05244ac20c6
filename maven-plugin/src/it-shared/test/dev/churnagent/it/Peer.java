package dev.churnagent.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A server on loopback that counts what it accepts: the truth that reports are compared with. */
final class Peer {
  private Peer() {}

  /** Opens and closes that many connections, and leaves the accepted ones' number in a file. */
  static void connect(int connections) throws IOException {
    int accepted = 0;
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, connections, loopback)) {
      for (int i = 0; i < connections; i++) {
        try (Socket client = new Socket(loopback, server.getLocalPort());
            Socket peer = server.accept()) {
          accepted++;
        }
      }
    }
    Path counts = Files.createDirectories(Path.of("target", "accepted"));
    Files.writeString(counts.resolve(UUID.randomUUID().toString()), "" + accepted);
  }
}
