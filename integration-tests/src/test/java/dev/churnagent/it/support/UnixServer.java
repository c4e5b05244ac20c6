package dev.churnagent.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends back what it gets over a UNIX-domain socket, one client after the other, and counts. */
public final class UnixServer implements AutoCloseable {
  private final ServerSocketChannel listener;
  private final Path path;
  private final AtomicInteger accepted = new AtomicInteger();

  private UnixServer(ServerSocketChannel listener, Path path) {
    this.listener = listener;
    this.path = path;
  }

  public static UnixServer start() {
    try {
      // The name of such a socket may have no more than some hundred characters.
      Path path = Files.createTempDirectory("churn-it").resolve("socket");
      ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      listener.bind(UnixDomainSocketAddress.of(path));
      UnixServer server = new UnixServer(listener, path);
      Thread thread = new Thread(server::acceptAll, "unix-server");
      thread.setDaemon(true);
      thread.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path path() {
    return path;
  }

  public int accepted() {
    return accepted.get();
  }

  private void acceptAll() {
    ByteBuffer bytes = ByteBuffer.allocate(16);
    while (true) {
      try (SocketChannel client = listener.accept()) {
        accepted.incrementAndGet();
        while (client.read(bytes.clear()) >= 0) {
          client.write(bytes.flip());
        }
      } catch (IOException e) {
        if (!listener.isOpen()) {
          return;
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
      Files.deleteIfExists(path);
      Files.deleteIfExists(path.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
