package dev.churnagent.it.clients;

import java.net.InetSocketAddress;
import java.net.Socket;

/** Connects by {@code java.net.Socket}, in each way that it has. */
public final class PlainSockets {
  private static final int TIMEOUT_MILLIS = 20_000;

  private PlainSockets() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) throws Exception {
    Program.run(PlainSockets.class, arguments);
  }

  static void constructorWithName(int port) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      Ping.over(socket);
    }
  }

  static void constructorWithAddress(int port) throws Exception {
    try (Socket socket = new Socket(Addresses.loopback(), port)) {
      Ping.over(socket);
    }
  }

  static void constructorWithLocalAddress(int port) throws Exception {
    try (Socket socket = new Socket(Addresses.loopback(), port, Addresses.loopback(), 0)) {
      Ping.over(socket);
    }
  }

  static void connectWithoutTimeout(int port) throws Exception {
    try (Socket socket = new Socket()) {
      socket.connect(Addresses.loopback(port));
      Ping.over(socket);
    }
  }

  static void connectWithTimeout(int port) throws Exception {
    try (Socket socket = new Socket()) {
      socket.connect(Addresses.loopback(port), TIMEOUT_MILLIS);
      Ping.over(socket);
    }
  }

  static void bindBeforeConnect(int port) throws Exception {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(Addresses.loopback(), 0));
      socket.connect(Addresses.loopback(port));
      Ping.over(socket);
    }
  }

  static void connectByName(int port) throws Exception {
    try (Socket socket = new Socket("device.test", port)) {
      Ping.over(socket);
    }
  }

  static void connectInLambda(int port) throws Exception {
    java.util.concurrent.Callable<Socket> connect = () -> new Socket(Addresses.loopback(), port);
    try (Socket socket = connect.call()) {
      Ping.over(socket);
    }
  }
}
