package dev.churnagent.cli.timewait;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Linux: finds the journals that running JVMs write, by what they have mapped. Without root those
 * of one's own processes only.
 */
final class MappedJournals {
  private static final String JOURNAL = "/journal.churn";

  private MappedJournals() {}

  /** Process ids by journal; empty where there is no such folder. */
  static Map<Path, Long> find(Path proc) {
    Map<Path, Long> found = new HashMap<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[1-9]*")) {
      for (Path process : processes) {
        addJournalOf(process, found);
      }
    } catch (IOException | RuntimeException notLinux) {
      return found;
    }
    return found;
  }

  private static void addJournalOf(Path process, Map<Path, Long> found) {
    Path maps = process.resolve("maps");
    // Paths are bytes; those that are not UTF-8 are rare enough.
    try (BufferedReader lines = Files.newBufferedReader(maps, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.endsWith(JOURNAL)) {
          Path journal = visible(process, line.substring(line.indexOf('/')));
          found.put(journal, Long.parseLong(process.getFileName().toString()));
          return;
        }
      }
    } catch (IOException | RuntimeException goneOrForbidden) {
      return;
    }
  }

  /** A process in a container has files that only lie below its own root. */
  private static Path visible(Path process, String path) {
    Path ofItsRoot = process.resolve("root").resolve(path.substring(1));
    return Files.isReadable(ofItsRoot) ? ofItsRoot : Path.of(path);
  }
}
