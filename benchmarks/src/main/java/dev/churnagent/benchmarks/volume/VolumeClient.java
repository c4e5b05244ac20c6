package dev.churnagent.benchmarks.volume;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The measured program: many connections from many sites on some threads; then what of the heap is
 * alive.
 *
 * <p>The server closes first and each connection waits for that. So the server holds TIME_WAIT, the
 * backlog never overflows, and a connection is accepted before its site goes on; the connections go
 * round 48 loopback addresses, which have more ports than there are connections.
 */
public final class VolumeClient {
  private static final int ADDRESSES = 48;

  private final int port;
  private final int connections;
  private final int threads;
  private final List<SiteGroup> groups = new ArrayList<>();
  private final InetAddress[] addresses = new InetAddress[ADDRESSES];
  private final AtomicLong failed = new AtomicLong();

  private VolumeClient(int port, int connections, int sites, int threads) throws Exception {
    this.port = port;
    this.connections = connections;
    this.threads = threads;
    for (int i = 0; i < ADDRESSES; i++) {
      addresses[i] = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (i + 1)});
    }
    for (int i = 0; i < sites / SiteClasses.GROUP_SIZE; i++) {
      Class<?> type = Class.forName(SiteClasses.name(i));
      groups.add((SiteGroup) type.getDeclaredConstructor().newInstance());
    }
  }

  /** Arguments: port, connections, sites, threads. */
  public static void main(String[] args) throws Exception {
    int connections = Integer.parseInt(args[1]);
    int threads = Integer.parseInt(args[3]);
    VolumeClient client =
        new VolumeClient(
            Integer.parseInt(args[0]), connections, Integer.parseInt(args[2]), threads);
    long start = System.nanoTime();
    client.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.println("seconds=" + seconds);
    System.out.println("failed=" + client.failed);
    System.out.println("liveBytes=" + liveBytes());
    System.out.println("residentKilobytes=" + residentKilobytes());
  }

  private void run() throws InterruptedException {
    List<Thread> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int first = i;
      Thread thread = new Thread(() -> visitAll(first), "client-" + i);
      thread.start();
      running.add(thread);
    }
    for (Thread thread : running) {
      thread.join();
    }
  }

  private void visitAll(int first) {
    int sites = groups.size() * SiteClasses.GROUP_SIZE;
    for (int i = first; i < connections; i += threads) {
      int site = i / threads % sites;
      try {
        groups
            .get(site / SiteClasses.GROUP_SIZE)
            .visit(site % SiteClasses.GROUP_SIZE, addresses[i % ADDRESSES], port);
      } catch (IOException e) {
        failed.incrementAndGet();
        System.err.println(e);
      }
    }
  }

  /** Waits for the server's close. */
  static void awaitEnd(Socket socket) throws IOException {
    if (socket.getInputStream().read() >= 0) {
      throw new IOException("the server sent something");
    }
  }

  /** Several times: the first collection leaves work to Cleaners, the next one frees it. */
  private static long liveBytes() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
      Thread.sleep(100);
    }
    return least;
  }

  private static long residentKilobytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.isReadable(status)) {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
    }
    return -1;
  }
}
