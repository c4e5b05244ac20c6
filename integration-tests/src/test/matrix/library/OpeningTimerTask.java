package library;

import java.util.TimerTask;

/** A task for a timer. */
public final class OpeningTimerTask extends TimerTask {
  private final Runnable work;

  public OpeningTimerTask(Runnable work) {
    this.work = work;
  }

  @Override
  public void run() {
    work.run();
  }
}
