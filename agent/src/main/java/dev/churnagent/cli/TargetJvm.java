package dev.churnagent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process that looks like a JVM that can be attached to. The look comes first because attaching
 * sends SIGQUIT, which kills a process that is not a JVM (the JDK checks this itself only from
 * version 22 on).
 *
 * @param pid its process id
 */
record TargetJvm(long pid) {
  private static final String CAUGHT_SIGNALS = "SigCgt:";
  private static final long SIGQUIT_BIT = 1L << (3 - 1);

  /**
   * Looks at a process.
   *
   * @throws CommandException if there is none, or it is no JVM
   */
  static TargetJvm ofPid(String text) throws CommandException {
    long pid;
    try {
      pid = Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new CommandException("'" + text + "' is not a process id", e);
    }
    if (pid <= 0 || ProcessHandle.of(pid).isEmpty()) {
      throw new CommandException("there is no process " + text);
    }
    if (pid == ProcessHandle.current().pid()) {
      throw new CommandException("process " + pid + " is this command itself");
    }
    if (!catchesQuit(Path.of("/proc", text, "status"))) {
      throw new CommandException(
          "process " + pid + " is not a JVM (or one that runs with -Xrs, which can't be attached)");
    }
    return new TargetJvm(pid);
  }

  /** Whether the process handles SIGQUIT, as each JVM does; true where that can't be known. */
  private static boolean catchesQuit(Path status) {
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith(CAUGHT_SIGNALS)) {
          String mask = line.substring(CAUGHT_SIGNALS.length()).trim();
          return (Long.parseUnsignedLong(mask, 16) & SIGQUIT_BIT) != 0;
        }
      }
    } catch (IOException | NumberFormatException notLinux) {
      return true;
    }
    return true;
  }
}
