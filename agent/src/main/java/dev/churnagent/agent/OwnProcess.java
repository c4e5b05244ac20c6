package dev.churnagent.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** This process's id, without starting the JDK's process-handling threads where that is easy. */
final class OwnProcess {
  /** The process id. */
  static final long PID = find();

  private OwnProcess() {}

  private static long find() {
    try {
      // A symbolic link to the reader's own process id.
      return Long.parseLong(Files.readSymbolicLink(Path.of("/proc/self")).toString());
    } catch (IOException | RuntimeException e) {
      return ProcessHandle.current().pid();
    }
  }
}
