package dev.churnagent.demo.server;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * The device: a fake WebDriverAgent behind its multiplexer's TCP port. Speaks HTTP/1.1 with
 * keep-alive unless the client says {@code Connection: close}, and never closes first otherwise.
 */
public final class DeviceServer extends SelectorServer {
  private DeviceServer() throws IOException {
    super("device-server");
  }

  /** Starts on a free loopback port. */
  public static DeviceServer open() throws IOException {
    DeviceServer server = new DeviceServer();
    server.start();
    return server;
  }

  @Override
  void accepted(SocketChannel connection) throws IOException {
    register(connection, SelectionKey.OP_READ, new Exchange(connection));
  }

  /** One connection: requests in, answers out, in order. */
  private final class Exchange implements Handler {
    private final SocketChannel channel;
    private final PendingBytes outbox = new PendingBytes();
    private StringBuilder received;
    private boolean last;

    Exchange(SocketChannel channel) {
      this.channel = channel;
    }

    @Override
    public void ready(SelectionKey key) throws IOException {
      if (key.isReadable() && !receive()) {
        end(true);
        return;
      }
      answerAll();
      boolean flushed = outbox.flush(channel);
      if (flushed && last) {
        end(false);
      } else {
        key.interestOps(flushed ? SelectionKey.OP_READ : SelectionKey.OP_WRITE);
      }
    }

    @Override
    public void broken() {
      end(true);
    }

    private boolean receive() throws IOException {
      shared.clear();
      int count = channel.read(shared);
      if (count > 0) {
        if (received == null) {
          received = new StringBuilder(count);
        }
        received.append(StandardCharsets.ISO_8859_1.decode(shared.flip()));
      }
      return count >= 0;
    }

    private void answerAll() throws IOException {
      while (received != null && !last) {
        HttpRequest request;
        try {
          request = HttpRequest.parse(received);
        } catch (IOException notHttp) {
          last = true;
          outbox.write(channel, DeviceAnswer.BAD_REQUEST.encode(false));
          return;
        }
        if (request == null) {
          return;
        }
        counters().requestReceived();
        received.delete(0, request.lengthBytes());
        received = received.length() == 0 ? null : received;
        last = !request.keepAlive();
        outbox.write(channel, DeviceAnswer.to(request).encode(request.keepAlive()));
      }
    }

    private void end(boolean clientFirst) {
      closeQuietly(channel);
      connectionClosed(clientFirst);
    }
  }
}
