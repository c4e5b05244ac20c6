package held;

import dev.churnagent.junit.Churn;

/** Measures again and again, while the journal grows. */
public final class Thousands {
  public static void main(String... arguments) {
    int third = Integer.parseInt(arguments[0]) / 3;
    run(third);
    System.out.println("middle third " + run(third));
    System.out.println("last third " + run(third));
    System.out.println("wrong " + wrong);
  }

  private static int wrong;

  private static long run(int times) {
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      wrong += Churn.measure(() -> Client.connect(2)).connections() == 2 ? 0 : 1;
    }
    return (System.nanoTime() - start) / 1_000_000;
  }
}
