package dev.churnagent.it.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** N connects within about 100 ms, half of them on either side of a tick of the wall clock. */
public final class Burst {
  private static final int TICK_MILLIS = 1_000;
  private static final int HALF_MILLIS = 40;

  private Burst() {}

  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[0]);
    int count = Integer.parseInt(args[1]);
    // Load everything first, so that the burst is one; by another site.
    warmUp(port);
    while (millisOfSecond() != TICK_MILLIS - HALF_MILLIS) {
      Thread.onSpinWait();
    }
    long start = System.nanoTime();
    for (int i = 0; i < count / 2; i++) {
      burst(port);
    }
    while (millisOfSecond() > TICK_MILLIS / 2) {
      Thread.onSpinWait();
    }
    for (int i = count / 2; i < count; i++) {
      burst(port);
    }
    System.out.println("millis " + (System.nanoTime() - start) / 1_000_000);
  }

  private static long millisOfSecond() {
    return System.currentTimeMillis() % TICK_MILLIS;
  }

  private static void warmUp(int port) throws IOException {
    new Socket(InetAddress.getLoopbackAddress(), port).close();
  }

  private static void burst(int port) throws IOException {
    new Socket(InetAddress.getLoopbackAddress(), port).close();
  }
}
