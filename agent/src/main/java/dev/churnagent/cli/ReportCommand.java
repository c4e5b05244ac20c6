package dev.churnagent.cli;

import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.Settings;
import dev.churnagent.gate.Baseline;
import dev.churnagent.gate.BaselineReader;
import dev.churnagent.gate.Baselines;
import dev.churnagent.report.Report;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}: builds reports from journals. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Builds the report of a run, also of a killed JVM, or one of several runs merged.",
      "Limits and what is accepted are those of churn.yaml in the working directory, if it is there.",
      "Ends with status 0 once the report is written; 'check' is the judge.",
      ""
    })
final class ReportCommand implements Callable<Integer> {
  @Mixin private RunArguments runs;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where to write; by default the run's folder or the folder of runs.")
  private String output;

  @Option(
      names = "--app",
      paramLabel = "P",
      description = "Class-name pattern of application code, e.g. com.acme.**; may be repeated.")
  private List<String> app;

  private final Session session;

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws CommandException, ConfigurationException, IOException {
    AgentOptions options =
        new AgentOptions().add("app", app == null ? null : String.join(";", app));
    Settings settings = options.load(session);
    if (runs.paths().size() > 1 && output == null) {
      throw new CommandException("several PATHs need --output, the folder for their report");
    }
    RunPaths found = RunPaths.resolve(runs.paths(), session);
    if (!found.storedReports().isEmpty()) {
      throw new CommandException(
          "'"
              + found.storedReports().get(0)
              + "' has no "
              + RunPaths.JOURNAL
              + " beside it, so its report can't be built again");
    }
    Path folder = output == null ? found.folder() : session.resolve(output);
    Baseline baseline = BaselineReader.read(settings.baseline());
    Report report =
        Baselines.judge(
            Reports.build(found.journals(), settings), baseline, settings.limits(), true);
    createFolder(folder);
    List<Path> written = Reports.writeFiles(report, folder, settings.formats());
    if (runs.isJson()) {
      Reports.printJson(report, session.out());
    } else {
      Reports.printText(report, session.out());
      for (Path file : written) {
        session.out().println("written: " + file);
      }
    }
    return ExitStatus.ALL_HELD;
  }

  private static void createFolder(Path folder) throws CommandException, IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new CommandException("'" + folder + "' is not a folder", e);
    }
  }
}
