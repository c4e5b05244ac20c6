package dev.churnagent.agent;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** The process's own stderr: the program may have replaced {@link System#err}. */
final class Console {
  private static final PrintStream STDERR =
      new PrintStream(new FileOutputStream(FileDescriptor.err), true);

  private Console() {}

  /** Prints one line, marked as ours. */
  static void line(String text) {
    STDERR.println("churn-agent: " + text);
  }

  /** Prints a text as it is. */
  static void text(String text) {
    STDERR.print(text);
    STDERR.flush();
  }
}
