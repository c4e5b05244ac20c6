package library;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An executor that only this library knows: one thread that takes ports from a queue. */
public final class QueueWorker {
  private static final int END = -1;

  private final BlockingQueue<Integer> ports = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::work, "library-queue");
  private final CountDownLatch opened;

  public QueueWorker(int times) {
    opened = new CountDownLatch(times);
  }

  public void start() {
    thread.start();
  }

  public void add(int port) {
    ports.add(port);
  }

  /** Waits for all, then ends the thread. */
  public void end() throws InterruptedException {
    if (!opened.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException(opened.getCount() + " connections are missing");
    }
    ports.add(END);
    thread.join();
  }

  private void work() {
    try {
      for (int port = ports.take(); port != END; port = ports.take()) {
        Opener.open(port);
        opened.countDown();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
