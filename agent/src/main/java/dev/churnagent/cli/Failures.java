package dev.churnagent.cli;

import dev.churnagent.config.ConfigurationException;
import dev.churnagent.journal.JournalFormatException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Turns whatever a command throws into one line and a status. */
final class Failures {
  private Failures() {}

  /** Prints the line; returns the status. */
  static int report(Session session, Throwable e) {
    session.fail(describe(e), e);
    return ExitStatus.UNUSABLE;
  }

  private static String describe(Throwable e) {
    if (e instanceof CommandException
        || e instanceof ConfigurationException
        || e instanceof JournalFormatException) {
      return e.getMessage();
    }
    if (e instanceof IOException) {
      return describe((IOException) e);
    }
    if (e instanceof OutOfMemoryError) {
      return "not enough memory; give the command more with -Xmx, e.g. java -Xmx1g -jar ...";
    }
    return "internal error: " + e + " (run with --debug for the stack trace)";
  }

  /** What went wrong with a file; the JDK's own messages are often the bare name. */
  static String describe(IOException e) {
    if (e instanceof FileSystemException) {
      FileSystemException failed = (FileSystemException) e;
      String file = failed.getFile() == null ? "" : failed.getFile() + ": ";
      if (e instanceof NoSuchFileException) {
        return file + "does not exist";
      }
      if (e instanceof AccessDeniedException) {
        return file + "permission denied";
      }
      String reason = failed.getReason();
      return file + (reason == null ? e.getClass().getSimpleName() : reason);
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
