package library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A client library, all in all: opens a connection, waits until the server has it, and closes. */
public class Opener implements Runnable, Callable<Integer>, Supplier<Integer> {
  private final int port;

  public Opener(int port) {
    this.port = port;
  }

  /** One connection to loopback. */
  public static int open(int port) {
    try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same on a thread of the common pool, which this library chooses. */
  public static CompletableFuture<Integer> openLater(int port) {
    return CompletableFuture.supplyAsync(new Opener(port));
  }

  /** For streams of numbers. */
  public int openOnce(int ignored) {
    return open(port);
  }

  /** For whatever takes two things, such as a coroutine's block. */
  public Object openFor(Object ignored, Object alsoIgnored) {
    return open(port);
  }

  @Override
  public void run() {
    open(port);
  }

  @Override
  public Integer call() {
    return open(port);
  }

  @Override
  public Integer get() {
    return open(port);
  }
}
