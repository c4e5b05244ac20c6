package held;

import dev.churnagent.junit.MaxConnectionRate;
import dev.churnagent.junit.MaxConnections;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Work that goes to a thread by a queue of the program's own, where nobody can follow it. */
class Elsewhere {
  private static final SynchronousQueue<Integer> WORK = new SynchronousQueue<>();
  private static final SynchronousQueue<Integer> DONE = new SynchronousQueue<>();

  @BeforeAll
  static void start() {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  int times = WORK.take();
                  Client.connect(times);
                  DONE.put(times);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private static void work(int times) throws InterruptedException {
    WORK.put(times);
    DONE.take();
  }

  @Test
  @MaxConnections(2)
  void canNotBeTold() throws InterruptedException {
    Client.connect(1);
    work(2);
  }

  @Test
  @MaxConnections(3)
  void isHeldEitherWay() throws InterruptedException {
    Client.connect(1);
    work(2);
  }

  @Test
  @MaxConnectionRate("2/min")
  void hasARateThatCanNotBeTold() throws InterruptedException {
    Client.connect(1);
    work(2);
  }

  @Test
  @MaxConnections(value = 2, ignoreElsewhere = true)
  void leavesThemOut() throws InterruptedException {
    Client.connect(1);
    work(2);
  }
}
