package dev.churnagent.sockets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/**
 * Starts a command with nothing on its stdin, reads all it prints, and ends it when its time is
 * over. What it prints on stderr is dropped, so that nothing of it reaches the program's own.
 */
final class SystemCommands implements CommandRunner {
  private static final int PATIENCE_MILLIS = 10_000;

  /** A table with every port of a machine many times over; more is no table. */
  private static final int MOST_BYTES = 64 << 20;

  private final int patienceMillis;

  SystemCommands() {
    this(PATIENCE_MILLIS);
  }

  SystemCommands(int patienceMillis) {
    this.patienceMillis = patienceMillis;
  }

  @Override
  public CommandOutput run(String... words) {
    Process process;
    try {
      process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException | RuntimeException e) {
      return CommandOutput.failed("'" + words[0] + "' can't be run: " + e.getMessage());
    }
    try {
      return outputOf(process, words[0]);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CommandOutput.failed("'" + words[0] + "' was interrupted");
    } finally {
      process.destroyForcibly();
    }
  }

  private CommandOutput outputOf(Process process, String name) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    closeStdin(process);
    Reader reader = new Reader(process.getInputStream());
    reader.start();
    // A grandchild may hold the pipe open after the command's end, so reading has a limit, too.
    reader.join(Math.max(1, millisUntil(deadline)));
    boolean ended = process.waitFor(millisUntil(deadline), TimeUnit.MILLISECONDS);
    if (reader.isAlive() || !ended) {
      return CommandOutput.failed("'" + name + "' did not end in " + patienceMillis + " ms");
    }
    if (reader.problem != null) {
      return CommandOutput.failed("'" + name + "' can't be read: " + reader.problem);
    }
    if (process.exitValue() != 0) {
      return CommandOutput.failed("'" + name + "' ended with status " + process.exitValue());
    }
    return new CommandOutput(reader.bytes.toByteArray(), null);
  }

  private static long millisUntil(long deadline) {
    return TimeUnit.NANOSECONDS.toMillis(Math.max(0, deadline - System.nanoTime()));
  }

  private static void closeStdin(Process process) {
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyEnded) {
      return;
    }
  }

  private static final class Reader extends Thread {
    private static final int PIECE_BYTES = 8192;

    private final InputStream in;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(PIECE_BYTES);
    private String problem;

    Reader(InputStream in) {
      super("churn-agent-command");
      setDaemon(true);
      this.in = in;
    }

    @Override
    public void run() {
      byte[] piece = new byte[PIECE_BYTES];
      try {
        int count;
        while ((count = in.read(piece)) > 0) {
          bytes.write(piece, 0, count);
          if (bytes.size() > MOST_BYTES) {
            problem = "it prints without end";
            return;
          }
        }
      } catch (IOException e) {
        problem = e.getMessage();
      }
    }
  }
}
