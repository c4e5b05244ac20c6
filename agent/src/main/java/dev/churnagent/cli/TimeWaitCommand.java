package dev.churnagent.cli;

import dev.churnagent.cli.timewait.MachineWatch;
import dev.churnagent.cli.timewait.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code timewait}: this machine's TIME_WAIT sockets, now or again and again. */
@Command(
    name = "timewait",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Shows this machine's TIME_WAIT sockets by endpoint, owning process and call site.",
      "Call sites are known for JVMs with the agent. The system forgets the owner once a connection",
      "is closed; --watch remembers who it was. On Linux the journals of running JVMs are found by",
      "themselves; elsewhere, and for JVMs that have ended, give the folders of their runs.",
      "A container has a table of its own.",
      ""
    })
final class TimeWaitCommand implements Callable<Integer> {
  /** Between what is shown, the table is read to see short connections, for a tenth of the time. */
  private static final long LOOK_MILLIS = 200;

  private static final int SHARE_OF_TIME = 10;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "A run's folder, a journal or a folder of runs.")
  private List<String> paths;

  @Option(names = "--watch", description = "Look again and again, until Ctrl-C.")
  private boolean watch;

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      defaultValue = "2",
      description = "With --watch: how often to show the table; default 2.")
  private double intervalSeconds;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most so many endpoints; default 20.")
  private int top;

  @Option(
      names = "--json",
      description = "Print JSON instead of text, one line for each time the table is shown.")
  private boolean json;

  private final Session session;

  TimeWaitCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws CommandException, IOException, InterruptedException {
    if (!(intervalSeconds >= 0.1 && intervalSeconds <= 86_400)) {
      throw new CommandException("--interval must be from 0.1 to 86400 seconds");
    }
    if (top < 1) {
      throw new CommandException("--top must be at least 1");
    }
    MachineWatch machine = MachineWatch.ofThisMachine(journals(), watch);
    Screen screen = new Screen(session.out(), json, watch && session.terminal().isThere());
    machine.look();
    if (!watch) {
      screen.show(machine, top);
    } else {
      watch(machine, screen);
    }
    return ExitStatus.ALL_HELD;
  }

  private List<Path> journals() throws CommandException {
    if (paths == null) {
      return List.of();
    }
    RunPaths found = RunPaths.resolve(paths, session);
    if (found.journals().isEmpty()) {
      throw new CommandException("call sites need a journal; there are reports only");
    }
    return found.journals();
  }

  /** Shows and looks in turn until a signal comes or nobody reads any more. */
  private void watch(MachineWatch machine, Screen screen) throws IOException, InterruptedException {
    Stop stop = new Stop();
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      long interval = Math.round(intervalSeconds * TimeUnit.SECONDS.toNanos(1));
      while (screen.show(machine, top)) {
        long next = System.nanoTime() + interval;
        do {
          long start = System.nanoTime();
          machine.look();
          long took = System.nanoTime() - start;
          long pause = Math.max(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS), took * SHARE_OF_TIME);
          if (stop.awaitRequest(Math.min(pause, Math.max(0, next - System.nanoTime())))) {
            return;
          }
        } while (System.nanoTime() - next < 0);
        machine.look();
      }
    } finally {
      stop.ended();
    }
  }

  /**
   * Lets the last line be written whole when Ctrl-C or SIGTERM comes. That is how a watch is meant
   * to end, so its status is that of a success.
   */
  private static final class Stop extends Thread {
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean watching = true;

    Stop() {
      super("churn-agent-stop");
    }

    boolean awaitRequest(long nanos) throws InterruptedException {
      return requested.await(nanos, TimeUnit.NANOSECONDS);
    }

    void ended() {
      watching = requested.getCount() == 0;
      ended.countDown();
    }

    @Override
    public void run() {
      if (!watching) {
        return;
      }
      requested.countDown();
      try {
        if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          Runtime.getRuntime().halt(ExitStatus.ALL_HELD);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
