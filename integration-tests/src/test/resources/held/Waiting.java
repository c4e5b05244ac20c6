package held;

import dev.churnagent.junit.Churn;
import dev.churnagent.junit.MeasurementException;
import java.util.concurrent.CompletableFuture;

/** Measures before the agent is attached, and after. */
public final class Waiting {
  public static void main(String... arguments) throws Exception {
    try {
      Churn.measure(() -> Client.connect(1));
    } catch (MeasurementException e) {
      System.out.println("refused " + e.getMessage());
    }
    System.in.read();
    System.out.println("direct " + Churn.measure(() -> Client.connect(3)).connections());
    System.out.println(
        "handed "
            + Churn.measure(
                    () -> {
                      CompletableFuture.runAsync(() -> Client.connect(2)).get();
                      Thread thread = new Thread(() -> Client.connect(2));
                      thread.start();
                      thread.join();
                    })
                .connections());
  }
}
