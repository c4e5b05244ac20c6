package library;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Opens one connection whenever it is run, but no more than so many. */
public final class RepeatedOpener implements Runnable {
  private final int port;
  private final CountDownLatch left;

  public RepeatedOpener(int port, int times) {
    this.port = port;
    this.left = new CountDownLatch(times);
  }

  @Override
  public void run() {
    if (left.getCount() > 0) {
      Opener.open(port);
      left.countDown();
    }
  }

  /** Waits for the last one. */
  public void await() throws InterruptedException {
    if (!left.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException(left.getCount() + " runs are missing");
    }
  }
}
