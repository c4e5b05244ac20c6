package dev.churnagent.benchmarks.connect;

import dev.churnagent.benchmarks.harness.BatchClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * The measured program: connects and closes. Between batches, unmeasured, it waits until the server
 * has served all connections so far, so that the backlog never overflows.
 *
 * <p>The client closes first, in the ordinary way (no linger, which would take another path through
 * the kernel and the agent). TIME_WAIT then stays on this side; the connections go round 20
 * loopback addresses, because ports are counted for each destination.
 */
public final class ConnectClient extends BatchClient {
  private static final int ADDRESSES = 20;

  private final Connector connector;
  private final InetAddress[] addresses;
  private final int port;
  private long connections;

  private ConnectClient(Connector connector, InetAddress[] addresses, int port, int batchSize) {
    super(batchSize, false);
    this.connector = connector;
    this.addresses = addresses;
    this.port = port;
  }

  /** Arguments: port, connector class, connections to warm up, batches, connections in a batch. */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    InetAddress[] addresses = new InetAddress[ADDRESSES];
    for (int i = 0; i < ADDRESSES; i++) {
      addresses[i] = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (i + 1)});
    }
    Connector connector = (Connector) Class.forName(args[1]).getDeclaredConstructor().newInstance();
    ConnectClient client =
        new ConnectClient(
            connector, addresses, Integer.parseInt(args[0]), Integer.parseInt(args[4]));
    client.warmUp(Integer.parseInt(args[2]));
    client.measure(Integer.parseInt(args[3]));
    client.print("connections", client.connections);
  }

  @Override
  protected void batch(int size) throws IOException {
    for (int i = 0; i < size; i++) {
      connector.connect(addresses[i % ADDRESSES], port);
    }
    connections += size;
  }

  /** What is measured. */
  static void connectAndClose(InetAddress address, int port) throws IOException {
    new Socket(address, port).close();
  }

  /** The server serves one after the other: when it has ended this one, it has ended all. */
  @Override
  protected void sync() throws IOException {
    try (Socket socket = new Socket(addresses[0], port)) {
      socket.shutdownOutput();
      if (socket.getInputStream().read() >= 0) {
        throw new IOException("the server sent something");
      }
    }
    connections++;
  }
}
