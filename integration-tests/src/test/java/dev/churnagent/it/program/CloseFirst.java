package dev.churnagent.it.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/**
 * Opens and closes N connections at even distances over a time, says so, and ends after a line on
 * stdin: {@code CloseFirst PORT N MILLIS}.
 */
public final class CloseFirst {
  private CloseFirst() {}

  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[0]);
    int count = Integer.parseInt(args[1]);
    long distance = Long.parseLong(args[2]) * 1_000_000 / count;
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      while (System.nanoTime() - start < i * distance) {
        LockSupport.parkNanos(distance);
      }
      closeFirst(port);
    }
    System.out.println("closed " + count);
    if (System.in.read() < 0) {
      throw new IOException("stdin ended");
    }
  }

  private static void closeFirst(int port) throws IOException {
    new Socket(InetAddress.getLoopbackAddress(), port).close();
  }
}
