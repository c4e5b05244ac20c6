package dev.churnagent.it.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Holds one connection open until a line comes on stdin: {@code HoldOpen PORT}. */
public final class HoldOpen {
  private HoldOpen() {}

  public static void main(String[] args) throws IOException {
    try (Socket held = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]))) {
      System.out.println("connected " + held.getLocalPort());
      if (System.in.read() < 0) {
        throw new IOException("stdin ended");
      }
    }
  }
}
