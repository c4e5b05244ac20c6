package dev.churnagent.recorder;

import java.util.concurrent.locks.LockSupport;

/**
 * Rings when a connect failed for want of a port. It is rung on the application's threads, where it
 * costs next to nothing and takes no lock, and heard by one thread of the agent's.
 */
public final class PortAlarm {
  private volatile boolean rung;
  private volatile Thread listener;

  void ring() {
    if (!rung) {
      rung = true;
      LockSupport.unpark(listener);
    }
  }

  /** Waits until it is rung, on the only thread that ever listens, and takes it back. */
  public void await() {
    listener = Thread.currentThread();
    while (!rung) {
      LockSupport.park(this);
      // An interrupt is not for us, and would make the next wait return at once.
      Thread.interrupted();
    }
    rung = false;
  }
}
