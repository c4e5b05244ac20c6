package held;

import dev.churnagent.junit.Churn;
import dev.churnagent.junit.MaxConnections;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Three tests that open connections at the same time. */
class Parallel {
  private static final CyclicBarrier ALL = new CyclicBarrier(3);

  @Test
  @MaxConnections(200)
  void one() throws Exception {
    together(200);
  }

  @Test
  @MaxConnections(200)
  void two() throws Exception {
    together(201);
  }

  @Test
  @MaxConnections(200)
  void three() throws Exception {
    together(199);
  }

  private static void together(int times) throws Exception {
    ALL.await(30, TimeUnit.SECONDS);
    long counted = Churn.measure(() -> Client.connect(times)).connections();
    System.out.println("measured " + counted);
    ALL.await(30, TimeUnit.SECONDS);
  }
}
