package dev.churnagent.benchmarks.startup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Makes one connection, says that it did, and ends. */
public final class ConnectProgram {
  private ConnectProgram() {}

  /** Argument: the port. */
  public static void main(String[] args) throws IOException {
    InetAddress address = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    new Socket(address, Integer.parseInt(args[0])).close();
    System.out.write('\n');
    System.out.flush();
  }
}
