package dev.churnagent.cli;

import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.Settings;
import dev.churnagent.report.Report;
import dev.churnagent.report.Tolerance;
import dev.churnagent.report.diff.Diff;
import dev.churnagent.report.diff.DiffBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff}: compares two runs. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Says what got worse and better between two runs, by call site and by chain.",
      "Ends with status 0 whatever it finds; 'check', with a baseline, is the judge.",
      ""
    })
final class DiffCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "A run's folder, a journal, a report.json or a folder of runs.")
  private String before;

  @Parameters(index = "1", paramLabel = "NEW", description = "What to compare with it.")
  private String after;

  @Option(names = "--json", description = "Print JSON instead of text.")
  private boolean json;

  @Option(names = "--html", paramLabel = "F", description = "Write the comparison page to F too.")
  private String html;

  @Option(
      names = "--tolerance",
      paramLabel = "P",
      description =
          "How many percent two figures may differ and count as the same; 10 by default. With 0"
              + " every difference counts.")
  private String tolerance;

  @Option(
      names = "--config",
      paramLabel = "F",
      description = "The file with limits; by default churn.yaml in the working directory.")
  private String config;

  private final Session session;

  DiffCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws CommandException, ConfigurationException, IOException {
    Tolerance within = Tolerances.parse(tolerance);
    Settings settings = new AgentOptions().add("config", config).load(session);
    RunPaths[] found = {
      RunPaths.resolve(List.of(before), session), RunPaths.resolve(List.of(after), session)
    };
    List<Path> journals = new ArrayList<>(found[0].journals());
    journals.addAll(found[1].journals());
    Report one;
    Report other;
    try (Progress progress = Progress.of(journals, session)) {
      one = report(before, found[0], settings, progress);
      other = report(after, found[1], settings, progress);
    }
    Diff diff = DiffBuilder.of(one, other, within);
    if (html != null) {
      writeHtml(one, other, diff, session.resolve(html));
    }
    if (json) {
      Reports.printJson(diff, session.out());
    } else {
      Reports.printText(diff, session);
    }
    return ExitStatus.ALL_HELD;
  }

  private static Report report(String path, RunPaths found, Settings settings, Progress progress)
      throws CommandException, IOException {
    if (found.journals().size() > 0 && found.storedReports().isEmpty()) {
      return Reports.build(found.journals(), settings, progress);
    }
    if (found.journals().isEmpty() && found.storedReports().size() == 1) {
      return Reports.storedAsFarAsKnown(found.storedReports().get(0), settings);
    }
    throw new CommandException(
        "'"
            + path
            + "' holds "
            + found.storedReports().size()
            + " reports without their journals, which can't be merged; give one of them");
  }

  private static void writeHtml(Report one, Report other, Diff diff, Path file)
      throws CommandException {
    try {
      Reports.writeComparison(one, other, diff, file);
    } catch (IOException e) {
      throw new CommandException(
          "--html: '" + file + "' can't be written: " + Failures.describe(e), e);
    }
  }
}
