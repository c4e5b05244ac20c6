package dev.churnagent.maven;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A module's folder of runs: each test JVM has a folder of its own in it. */
final class RunsFolder {
  private static final String JOURNAL = "journal.churn";

  /** What the agent and {@code report} write, besides the journal. */
  private static final Set<String> REPORTS =
      Set.of("report.json", "report.html", "report.txt", "report.sarif", "TEST-churn.xml");

  private final Path folder;

  RunsFolder(Path folder) {
    this.folder = folder;
  }

  Path path() {
    return folder;
  }

  /** Whether any JVM has recorded something here. */
  boolean hasRuns() throws IOException {
    return !runs().isEmpty();
  }

  /**
   * Removes the runs of earlier builds and the merged report of them. A run is one of this build,
   * however often {@code prepare-agent} is executed, if it was written to since the build began;
   * what is not ours stays.
   *
   * @param buildStart when this build began
   * @return how many runs were removed
   * @throws IOException if one can't be removed; it would be judged as one of this build
   */
  int removeEarlierThan(Instant buildStart) throws IOException {
    int removed = 0;
    for (Path run : runs()) {
      Path journal = run.resolve(JOURNAL);
      if (Files.getLastModifiedTime(journal).toInstant().isBefore(buildStart)) {
        removeReports(run);
        Files.delete(journal);
        deleteIfEmpty(run);
        removed++;
      }
    }
    if (Files.isDirectory(folder) && runs().isEmpty()) {
      removeReports(folder);
    }
    return removed;
  }

  private List<Path> runs() throws IOException {
    List<Path> runs = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
        for (Path child : children) {
          if (Files.isRegularFile(child.resolve(JOURNAL))) {
            runs.add(child);
          }
        }
      }
    }
    return runs;
  }

  private static void removeReports(Path folder) throws IOException {
    for (String name : REPORTS) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }

  private static void deleteIfEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
      if (left.iterator().hasNext()) {
        return;
      }
    }
    Files.delete(folder);
  }
}
