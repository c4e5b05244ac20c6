package dev.churnagent.benchmarks.connect;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * The measured program: connects and closes in batches on one thread, and takes the thread's CPU
 * time around each batch. Between batches, unmeasured, it waits until the server has served all
 * connections so far, so that the backlog never overflows.
 *
 * <p>The client closes first, in the ordinary way (no linger, which would take another path through
 * the kernel and the agent). TIME_WAIT then stays on this side; the connections go round 20
 * loopback addresses, because ports are counted for each destination.
 */
public final class ConnectClient {
  private static final int ADDRESSES = 20;

  private final Connector connector;
  private final InetAddress[] addresses;
  private final int port;
  private final int batchSize;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long cpuNanos;
  private long wallNanos;
  private long connections;

  private ConnectClient(Connector connector, InetAddress[] addresses, int port, int batchSize) {
    this.connector = connector;
    this.addresses = addresses;
    this.port = port;
    this.batchSize = batchSize;
  }

  /** Arguments: port, connector class, connections to warm up, batches, connections in a batch. */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    InetAddress[] addresses = new InetAddress[ADDRESSES];
    for (int i = 0; i < ADDRESSES; i++) {
      addresses[i] = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (i + 1)});
    }
    Connector connector = (Connector) Class.forName(args[1]).getDeclaredConstructor().newInstance();
    int batchSize = Integer.parseInt(args[4]);
    ConnectClient client =
        new ConnectClient(connector, addresses, Integer.parseInt(args[0]), batchSize);
    for (int done = 0; done < Integer.parseInt(args[2]); done += batchSize) {
      client.batch();
      client.sync();
    }
    client.cpuNanos = 0;
    client.wallNanos = 0;
    int batches = Integer.parseInt(args[3]);
    for (int i = 0; i < batches; i++) {
      client.batch();
      client.sync();
    }
    client.print((long) batches * batchSize);
  }

  private void batch() throws IOException {
    long wall = System.nanoTime();
    long cpu = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < batchSize; i++) {
      connector.connect(addresses[i % ADDRESSES], port);
    }
    cpuNanos += threads.getCurrentThreadCpuTime() - cpu;
    wallNanos += System.nanoTime() - wall;
    connections += batchSize;
  }

  /** What is measured. */
  static void connectAndClose(InetAddress address, int port) throws IOException {
    new Socket(address, port).close();
  }

  /** The server serves one after the other: when it has ended this one, it has ended all. */
  private void sync() throws IOException {
    try (Socket socket = new Socket(addresses[0], port)) {
      socket.shutdownOutput();
      if (socket.getInputStream().read() >= 0) {
        throw new IOException("the server sent something");
      }
    }
    connections++;
  }

  private void print(long measured) {
    System.out.printf(Locale.ROOT, "cpuNanos=%.1f%n", (double) cpuNanos / measured);
    System.out.printf(Locale.ROOT, "wallNanos=%.1f%n", (double) wallNanos / measured);
    System.out.printf(Locale.ROOT, "connections=%d%n", connections);
  }
}
