package library;

/** A thread that overrides {@code run}, and may start another one. */
public final class OpenerThread extends Thread {
  private final int port;
  private final int depth;

  /** Connects in a thread that is started by a thread, and so on. */
  public OpenerThread(int port, int depth) {
    this.port = port;
    this.depth = depth;
  }

  @Override
  public void run() {
    if (depth == 0) {
      Opener.open(port);
      return;
    }
    OpenerThread next = new OpenerThread(port, depth - 1);
    next.start();
    try {
      next.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
