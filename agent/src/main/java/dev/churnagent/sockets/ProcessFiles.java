package dev.churnagent.sockets;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Small files of a process below {@code /proc}. */
final class ProcessFiles {
  private ProcessFiles() {}

  /** What is in it, or an empty text if it can't be read. */
  static String text(File file) {
    try (FileInputStream in = new FileInputStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException goneOrForbidden) {
      return "";
    }
  }
}
