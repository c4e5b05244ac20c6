package dev.churnagent.agent;

import dev.churnagent.analysis.PortAutopsy;
import dev.churnagent.analysis.PortAutopsy.Holder;
import dev.churnagent.analysis.RecordingSource;
import dev.churnagent.journal.JournalReader;
import dev.churnagent.model.RecordingHandler;
import dev.churnagent.recorder.PortAlarm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Says on stderr who holds the ports as soon as a connect has failed for want of one, at most once
 * a minute. The program is failing by then, and nobody knows why; so this is the one thing that the
 * agent prints before the end. It reads the run's own journal on a thread of its own.
 */
final class PortAutopsies implements Runnable {
  private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final int STACK_BYTES = 512 * 1024;
  private static final int HOLDERS = 3;

  private final PortAlarm alarm;
  private final Path journal;

  private PortAutopsies(PortAlarm alarm, Path journal) {
    this.alarm = alarm;
    this.journal = journal;
  }

  /** Starts the thread, which waits for the alarm. */
  static void start(PortAlarm alarm, Path journal) {
    Thread thread =
        new Thread(null, new PortAutopsies(alarm, journal), "churn-port-alarm", STACK_BYTES, false);
    thread.setDaemon(true);
    try {
      thread.start();
    } catch (OutOfMemoryError noThread) {
      // The report says the same at the end.
      return;
    }
  }

  @Override
  public void run() {
    while (true) {
      alarm.await();
      tell();
      long until = System.nanoTime() + PAUSE_NANOS;
      for (long left = PAUSE_NANOS; left > 0; left = until - System.nanoTime()) {
        LockSupport.parkNanos(this, left);
        Thread.interrupted();
      }
    }
  }

  private void tell() {
    try {
      List<String> lines = lines(PortAutopsy.of(source(), List.of()));
      StringBuilder text = new StringBuilder();
      for (String line : lines) {
        text.append(line).append(System.lineSeparator());
      }
      Console.text(text.toString());
    } catch (IOException | RuntimeException | Error e) {
      Console.line("out of ports; who holds them could not be found out here (" + e + ")");
    }
  }

  private RecordingSource source() {
    return new RecordingSource() {
      @Override
      public void read(RecordingHandler handler) throws IOException {
        JournalReader.read(journal, handler);
      }
    };
  }

  /** In the words of the errors that people search for. */
  static List<String> lines(PortAutopsy found) {
    List<String> lines = new ArrayList<>();
    if (found == null) {
      return lines;
    }
    String said = found.message() == null ? "" : " (" + found.message() + ")";
    lines.add(
        "churn-agent: OUT OF PORTS: the connect to "
            + found.endpoint()
            + " at "
            + found.site()
            + " failed"
            + said
            + ". This program holds "
            + found.timeWait()
            + " ports in TIME_WAIT (closed by us, not yet free) and "
            + found.open()
            + " open ones, most of them:");
    for (Holder holder : found.holders().subList(0, Math.min(HOLDERS, found.holders().size()))) {
      lines.add(
          "churn-agent:   "
              + holder.timeWait()
              + " in TIME_WAIT, "
              + holder.open()
              + " open: "
              + holder.site()
              + " to "
              + holder.endpoint());
    }
    lines.add(
        "churn-agent:   (also known as EADDRNOTAVAIL \"Cannot assign requested address\"; on Windows"
            + " WSAEADDRINUSE 10048 \"Only one usage of each socket address\","
            + " \"Address already in use: connect\")");
    return lines;
  }
}
