package dev.churnagent.it.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Connects, then ends in the way that is asked for: {@code Ends PORT HOW [N]}. */
public final class Ends {
  private static int port;

  private Ends() {}

  public static void main(String[] args) throws Exception {
    port = Integer.parseInt(args[0]);
    int number = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    Runtime.getRuntime().addShutdownHook(new Thread(Ends::connectInHook, "own-hook"));
    connectInMain();
    connectInMain();
    switch (args[1]) {
      case "return" -> {}
      case "exit" -> System.exit(number);
      case "exit-in-worker" -> exitInWorker(number);
      case "halt" -> Runtime.getRuntime().halt(number);
      case "throw" -> throw new IllegalStateException("the program's own");
      case "oom" -> throw new AssertionError(fillHeap());
      case "oom-caught" -> catchOutOfMemory();
      case "wait" -> waitForever();
      case "connect-forever" -> connectForever();
      case "refused" -> refused(number);
      default -> throw new IllegalArgumentException(args[1]);
    }
    System.out.println("end of main");
  }

  private static void connectInMain() throws IOException {
    connect();
  }

  private static void connectInHook() {
    try {
      connect();
      System.out.println("hook connected");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void connect() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write('x');
    }
  }

  private static void exitInWorker(int status) throws InterruptedException {
    Thread worker =
        new Thread(
            () -> {
              try {
                connectInMain();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
              System.exit(status);
            });
    worker.start();
    worker.join();
    Thread.currentThread().join();
  }

  private static int fillHeap() {
    List<long[]> hoard = new ArrayList<>();
    while (true) {
      hoard.add(new long[20_000]);
    }
  }

  private static void catchOutOfMemory() throws IOException {
    try {
      fillHeap();
    } catch (OutOfMemoryError e) {
      System.out.println("caught");
    }
    connectInMain();
    System.exit(7);
  }

  private static void waitForever() throws InterruptedException {
    System.out.println("ready");
    Thread.currentThread().join();
  }

  /** Says each connection after its connect returned. */
  private static void connectForever() throws IOException {
    for (int i = 0; ; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        System.out.println("connected " + i);
        socket.setSoLinger(true, 0);
      }
    }
  }

  /** Many events without using up ports. */
  private static void refused(int times) throws IOException {
    try (Socket nobody = new Socket()) {
      nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      int refused = 0;
      for (int i = 0; i < times; i++) {
        try (Socket socket = new Socket()) {
          socket.connect(nobody.getLocalSocketAddress());
        } catch (java.net.ConnectException e) {
          refused++;
        }
      }
      System.out.println("refused " + refused);
    }
  }
}
