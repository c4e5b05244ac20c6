package dev.churnagent.report.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the package that a source file says it belongs to. */
final class PackageLine {
  private static final String WORD = "package ";

  /** Beyond so many lines no file is still before its package. */
  private static final int LINES = 200;

  private PackageLine() {}

  /** Whether the file is of that package, written as a folder: {@code com/acme/}. */
  static boolean matches(Path file, String folder) {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String line = reader.readLine();
      for (int i = 0; line != null && i < LINES; i++) {
        String text = line.trim();
        if (text.startsWith(WORD)) {
          return isOf(text.substring(WORD.length()).trim(), folder);
        }
        line = reader.readLine();
      }
      return folder.isEmpty();
    } catch (IOException e) {
      // Not readable, or not text: not the file that was meant.
      return false;
    }
  }

  private static boolean isOf(String rest, String folder) {
    int end = 0;
    while (end < rest.length()
        && (Character.isJavaIdentifierPart(rest.charAt(end)) || rest.charAt(end) == '.')) {
      end++;
    }
    return rest.substring(0, end).replace('.', '/').concat("/").equals(folder);
  }
}
