package dev.churnagent.benchmarks.soak;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The watched program: begins so many connections in each second, and now and then, when none is
 * under way, prints a {@link Sample}. What was not begun in such a pause is made up for.
 */
public final class SoakClient {
  /** More than that are never under way: a server that hangs must not bring a crowd about. */
  private static final int MOST_UNDER_WAY = 200;

  private static final int TICK_MILLIS = 5;
  private static final long MOST_DRAIN_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Tally tally = new Tally();
  private final Sampler sampler;
  private final int rate;
  private final int seconds;
  private final int sampleSeconds;
  private final long start = System.nanoTime();
  private int number;

  private SoakClient(Sampler sampler, int rate, int seconds, int sampleSeconds) {
    this.sampler = sampler;
    this.rate = rate;
    this.seconds = seconds;
    this.sampleSeconds = sampleSeconds;
  }

  /**
   * Arguments: port of the reading server, of the closing one, connections per second, seconds,
   * seconds between samples, the agent's output folder.
   */
  public static void main(String[] args) throws Exception {
    Connections connections = new Connections(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    SoakClient client =
        new SoakClient(
            new Sampler(Path.of(args[5])),
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]),
            Integer.parseInt(args[4]));
    try (Ways ways = new Ways(connections, client.tally)) {
      client.run(ways);
    }
  }

  private void run(Ways ways) throws Exception {
    long nextSample = sampleSeconds;
    while (elapsed() < seconds) {
      long due = (long) (rate * elapsed());
      while (number < due && tally.underWay() < MOST_UNDER_WAY) {
        ways.start(number++);
      }
      if (elapsed() >= nextSample) {
        sample();
        nextSample += sampleSeconds;
      }
      Thread.sleep(TICK_MILLIS);
    }
    double took = elapsed();
    sample();
    System.out.println("ways=" + ways.count());
    System.out.println("connections=" + tally.begun());
    System.out.println("failed=" + tally.failed());
    System.out.printf(Locale.ROOT, "rate=%.1f%n", tally.begun() / took);
  }

  private void sample() throws Exception {
    long drained = System.nanoTime();
    while (tally.underWay() > 0) {
      if (System.nanoTime() - drained > MOST_DRAIN_NANOS) {
        throw new IllegalStateException(tally.underWay() + " connections don't end");
      }
      Thread.sleep(TICK_MILLIS);
    }
    System.out.println(sampler.take((long) (elapsed() * 1000), tally.begun()).line());
    System.out.flush();
  }

  private double elapsed() {
    return (System.nanoTime() - start) / 1e9;
  }
}
