package dev.churnagent.cli;

import dev.churnagent.report.OutcomeFormat;
import dev.churnagent.report.ReportFiles;
import dev.churnagent.report.finding.Outcome;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The files that {@code check} writes for a build server. */
final class CheckOutputs {
  @Option(
      names = "--junit",
      paramLabel = "F",
      description = "Write each limit as a test case of a JUnit XML file.")
  private String junit;

  @Option(
      names = "--sarif",
      paramLabel = "F",
      description = "Write violated limits as SARIF 2.1.0, for code scanning.")
  private String sarif;

  @Option(
      names = "--gitlab",
      paramLabel = "F",
      description = "Write violated limits as a code quality report of GitLab.")
  private String gitlab;

  @Option(
      names = "--markdown",
      paramLabel = "F",
      description = "Write the verdict and what it rests on as Markdown.")
  private String markdown;

  /**
   * Writes those that were asked for; their folders are made.
   *
   * @throws CommandException if a folder can't be made
   * @throws IOException if a file can't be written
   */
  void write(Outcome outcome, Session session) throws CommandException, IOException {
    write(outcome, junit, OutcomeFormat.JUNIT, session);
    write(outcome, sarif, OutcomeFormat.SARIF, session);
    write(outcome, gitlab, OutcomeFormat.GITLAB, session);
    write(outcome, markdown, OutcomeFormat.MARKDOWN, session);
  }

  private static void write(Outcome outcome, String given, OutcomeFormat format, Session session)
      throws CommandException, IOException {
    if (given == null) {
      return;
    }
    Path file = session.resolve(given);
    if (given.isBlank() || Files.isDirectory(file)) {
      String option = "--" + format.name().toLowerCase(Locale.ROOT);
      throw new CommandException(option + ": '" + given + "' is not the path of a file");
    }
    try {
      Files.createDirectories(file.getParent());
    } catch (FileAlreadyExistsException e) {
      throw new CommandException("'" + file.getParent() + "' is not a folder", e);
    }
    ReportFiles.write(outcome, file, format);
  }
}
