package dev.churnagent.it.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Holds connections from before an attach over it: waits for a line before each of its stages. */
public final class LongLived {
  private LongLived() {}

  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[0]);
    BufferedReader stdin = new BufferedReader(new InputStreamReader(System.in));
    List<AutoCloseable> before = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      before.add(openedBefore(port));
      before.add(channelOpenedBefore(port));
    }
    SocketChannel pending = SocketChannel.open();
    pending.configureBlocking(false);
    boolean connected = pending.connect(address(port));
    System.out.println("ready");
    stdin.readLine();
    pending.configureBlocking(true);
    if (!connected) {
      pending.finishConnect();
    }
    before.forEach(LongLived::close);
    List<Socket> after = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      after.add(openedAfter(port));
    }
    for (int i = 0; i < 4; i++) {
      close(after.get(i));
    }
    close(pending);
    System.out.println("done");
    stdin.readLine();
    System.out.println("end of main");
  }

  private static Socket openedBefore(int port) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  private static SocketChannel channelOpenedBefore(int port) throws IOException {
    return SocketChannel.open(address(port));
  }

  private static Socket openedAfter(int port) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static void close(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
