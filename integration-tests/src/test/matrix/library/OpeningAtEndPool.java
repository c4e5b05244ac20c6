package library;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A pool of one thread that connects by itself once its last task is long over. */
public final class OpeningAtEndPool extends ThreadPoolExecutor {
  private final int port;

  public OpeningAtEndPool(int port) {
    super(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
    this.port = port;
  }

  /** A task that connects to nothing. */
  public static void nothing() {}

  @Override
  protected void terminated() {
    Opener.open(port);
  }
}
