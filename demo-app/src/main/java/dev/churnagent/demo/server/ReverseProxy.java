package dev.churnagent.demo.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * The proxy of the incident: for each connection that comes in, one goes on to the device. It
 * passes bytes and ends of stream, so whoever closes first here closes first there.
 */
public final class ReverseProxy extends SelectorServer {
  private final InetSocketAddress target;

  private ReverseProxy(InetSocketAddress target) throws IOException {
    super("reverse-proxy");
    this.target = target;
  }

  /** Starts on a free loopback port, in front of {@code target}. */
  public static ReverseProxy open(InetSocketAddress target) throws IOException {
    ReverseProxy proxy = new ReverseProxy(target);
    proxy.start();
    return proxy;
  }

  @Override
  void accepted(SocketChannel incoming) throws IOException {
    SocketChannel onward = SocketChannel.open();
    try {
      onward.configureBlocking(false);
      Side client = new Side(incoming, true);
      Side device = new Side(onward, false);
      client.other = device;
      device.other = client;
      boolean connected = onward.connect(target);
      client.key = register(incoming, connected ? SelectionKey.OP_READ : 0, client);
      device.key =
          register(onward, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, device);
    } catch (IOException e) {
      closeQuietly(onward);
      throw e;
    }
  }

  /** One end of a forwarded connection; what it reads goes to the other side. */
  private final class Side implements Handler {
    private final SocketChannel channel;
    private final boolean clientSide;
    private final PendingBytes outbox = new PendingBytes();
    private Side other;
    private SelectionKey key;
    private boolean ended;
    private boolean endedFirst;

    Side(SocketChannel channel, boolean clientSide) {
      this.channel = channel;
      this.clientSide = clientSide;
    }

    @Override
    public void ready(SelectionKey ready) throws IOException {
      if (ready.isConnectable()) {
        channel.finishConnect();
        key.interestOps(SelectionKey.OP_READ);
        other.key.interestOps(SelectionKey.OP_READ);
      } else if (ready.isWritable()) {
        drain();
      } else if (ready.isReadable()) {
        forward();
      }
    }

    @Override
    public void broken() {
      endBoth();
    }

    private void forward() throws IOException {
      shared.clear();
      if (channel.read(shared) < 0) {
        ended = true;
        endedFirst = !other.ended;
        key.interestOpsAnd(~SelectionKey.OP_READ);
        other.finishIfDone();
      } else if (!other.outbox.write(other.channel, shared.flip())) {
        key.interestOpsAnd(~SelectionKey.OP_READ);
        other.key.interestOpsOr(SelectionKey.OP_WRITE);
      }
    }

    private void drain() throws IOException {
      if (outbox.flush(channel)) {
        key.interestOpsAnd(~SelectionKey.OP_WRITE);
        if (!other.ended) {
          other.key.interestOpsOr(SelectionKey.OP_READ);
        }
        finishIfDone();
      }
    }

    /** Passes the other side's end of stream on once everything before it was written. */
    private void finishIfDone() throws IOException {
      if (!other.ended || !outbox.isEmpty()) {
        return;
      }
      if (ended && other.outbox.isEmpty()) {
        endBoth();
      } else {
        channel.shutdownOutput();
      }
    }

    private void endBoth() {
      Side client = clientSide ? this : other;
      if (client.channel.isOpen()) {
        closeQuietly(client.channel);
        closeQuietly(client.other.channel);
        connectionClosed(client.endedFirst);
      }
    }
  }
}
