package held;

import dev.churnagent.junit.Churn;
import dev.churnagent.junit.ChurnFigures;
import dev.churnagent.junit.Measured;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Measures without any test framework. */
public final class Figures {
  public static void main(String... arguments) throws Exception {
    List<Socket> open = new ArrayList<>();
    ChurnFigures outer =
        Churn.measure(
            () -> {
              Client.connect(2);
              ChurnFigures inner = Churn.measure(() -> Client.connect(3));
              System.out.println("inner " + inner.connections() + " " + inner.openAtEnd());
              for (int i = 0; i < 4; i++) {
                open.add(new Socket("127.0.0.1", Integer.getInteger("port")));
              }
              open.remove(0).close();
              try {
                new Socket("127.0.0.1", 1);
              } catch (java.io.IOException e) {
                System.out.println("refused");
              }
              Client.fetch("/figures");
              Client.fetch("/figures");
            });
    System.out.println("outer " + outer.connections() + " " + outer.openAtEnd());
    System.out.println("peak " + outer.peakOpen());
    System.out.println("failed " + outer.failed());
    System.out.println("rate " + outer.peakPerSecond());
    System.out.println("sites " + outer.sites());
    System.out.println("chains " + outer.chains());
    System.out.println("avoidable " + outer.avoidableCalls());
    System.out.println("problems " + outer.problems().size());
    Measured<String> measured = Churn.measureResult(() -> "result");
    System.out.println("result " + measured.result() + " " + measured.figures().connections());
    try {
      Churn.measure(
          () -> {
            throw new java.io.IOException("its own");
          });
    } catch (java.io.IOException e) {
      System.out.println("threw " + e.getMessage());
    }
  }
}
