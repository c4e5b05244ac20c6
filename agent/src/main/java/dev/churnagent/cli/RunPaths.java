package dev.churnagent.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the PATHs of a command stand for: runs' folders, journals, reports, folders of runs. Finding
 * nothing is an error, because an empty input must not look like a pass.
 *
 * @param journals the journals, each once
 * @param storedReports reports whose journal is gone, each once
 * @param folder where a report of all this belongs, or null if several PATHs were given
 */
record RunPaths(List<Path> journals, List<Path> storedReports, Path folder) {
  static final String JOURNAL = "journal.churn";
  static final String REPORT = "report.json";

  /**
   * Finds the runs.
   *
   * @param paths as the user wrote them; at least one
   * @throws CommandException if a path is missing, unreadable, or holds no run
   */
  static RunPaths resolve(List<String> paths, Session session) throws CommandException {
    Set<Path> journals = new LinkedHashSet<>();
    Set<Path> reports = new LinkedHashSet<>();
    Path folder = null;
    for (String shown : paths) {
      Path path = session.resolve(shown);
      if (!Files.exists(path)) {
        throw new CommandException("'" + shown + "' does not exist");
      }
      boolean directory = Files.isDirectory(path);
      try {
        if (directory) {
          addFolder(path, shown, journals, reports);
        } else {
          addFile(path, journals, reports);
        }
      } catch (IOException e) {
        throw new CommandException("'" + shown + "' can't be read: " + Failures.describe(e), e);
      }
      folder = directory ? path : path.getParent();
    }
    return new RunPaths(
        List.copyOf(journals), List.copyOf(reports), paths.size() == 1 ? folder : null);
  }

  private static void addFolder(Path folder, String shown, Set<Path> journals, Set<Path> reports)
      throws CommandException, IOException {
    if (Files.exists(folder.resolve(JOURNAL))) {
      journals.add(folder.resolve(JOURNAL).toRealPath());
      return;
    }
    boolean anyRun = false;
    for (Path child : children(folder)) {
      if (Files.exists(child.resolve(JOURNAL))) {
        journals.add(child.resolve(JOURNAL).toRealPath());
        anyRun = true;
      } else if (Files.exists(child.resolve(REPORT))) {
        reports.add(child.resolve(REPORT).toRealPath());
        anyRun = true;
      }
    }
    // A report beside runs is theirs, merged; alone it is what is left of a run.
    if (!anyRun && Files.exists(folder.resolve(REPORT))) {
      reports.add(folder.resolve(REPORT).toRealPath());
      anyRun = true;
    }
    if (!anyRun) {
      throw new CommandException(
          "'" + shown + "' holds no run: no " + JOURNAL + " in it nor in a folder directly below");
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
      entries.forEach(children::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(children);
    return children;
  }

  /** A file that is no journal is told by the journal's reader, which looks inside. */
  private static void addFile(Path file, Set<Path> journals, Set<Path> reports) throws IOException {
    if (!file.getFileName().toString().endsWith(".json")) {
      journals.add(file.toRealPath());
      return;
    }
    Path journal = file.resolveSibling(JOURNAL);
    if (file.getFileName().toString().equals(REPORT) && Files.exists(journal)) {
      journals.add(journal.toRealPath());
    } else {
      reports.add(file.toRealPath());
    }
  }
}
