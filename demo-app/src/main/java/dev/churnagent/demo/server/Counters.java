package dev.churnagent.demo.server;

/** What one server has seen: the truth that a report is compared with. Safe for any thread. */
public final class Counters {
  private long accepted;
  private long open;
  private long closedByClient;
  private long requests;

  synchronized void connectionAccepted() {
    accepted++;
    open++;
    notifyAll();
  }

  synchronized void connectionClosed(boolean clientFirst) {
    open--;
    if (clientFirst) {
      closedByClient++;
    }
    notifyAll();
  }

  synchronized void requestReceived() {
    requests++;
    notifyAll();
  }

  /** Connections accepted so far. */
  public synchronized long accepted() {
    return accepted;
  }

  /** Connections open now. */
  public synchronized long open() {
    return open;
  }

  /** Connections whose client closed first, so that TIME_WAIT is on the client's side. */
  public synchronized long closedByClient() {
    return closedByClient;
  }

  /** HTTP requests received so far; always 0 for the proxy, which looks at bytes only. */
  public synchronized long requests() {
    return requests;
  }

  /**
   * Waits until what the client did has arrived here.
   *
   * @param minAccepted connections that the client opened so far
   * @param maxOpen connections that the client still holds
   * @param timeoutMillis how long to wait at most
   * @return whether it arrived in time
   */
  public synchronized boolean awaitSettled(long minAccepted, long maxOpen, long timeoutMillis)
      throws InterruptedException {
    long deadline = System.nanoTime() + timeoutMillis * 1_000_000;
    while (accepted < minAccepted || open > maxOpen) {
      long leftMillis = (deadline - System.nanoTime()) / 1_000_000;
      if (leftMillis <= 0) {
        return false;
      }
      wait(leftMillis);
    }
    return true;
  }
}
