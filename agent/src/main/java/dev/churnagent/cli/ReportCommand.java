package dev.churnagent.cli;

import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.Format;
import dev.churnagent.config.Settings;
import dev.churnagent.gate.Baseline;
import dev.churnagent.gate.BaselineReader;
import dev.churnagent.gate.Baselines;
import dev.churnagent.report.Report;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
      "A report.json without its journal can be shown in the other formats.",
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

  @Mixin private SourceRoot sourceRoot;

  private final Session session;

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws CommandException, ConfigurationException, IOException {
    AgentOptions options =
        new AgentOptions()
            .add("app", app == null ? null : String.join(";", app))
            .add("source-root", sourceRoot.checked(session));
    Settings settings = options.load(session);
    if (runs.paths().size() > 1 && output == null) {
      throw new CommandException("several PATHs need --output, the folder for their report");
    }
    RunPaths found = RunPaths.resolve(runs.paths(), session);
    Path folder = output == null ? found.folder() : session.resolve(output);
    Baseline baseline = BaselineReader.read(settings.baseline());
    Report report = Baselines.judge(report(found, settings), baseline, settings.limits(), true);
    createFolder(folder);
    List<Path> written =
        Reports.writeFiles(report, folder, formats(found, folder, settings), settings);
    if (runs.isJson()) {
      Reports.printJson(report, session.out());
    } else {
      Reports.printText(report, session);
      for (Path file : written) {
        session.out().println("written: " + file);
      }
    }
    return ExitStatus.ALL_HELD;
  }

  private Report report(RunPaths found, Settings settings) throws CommandException, IOException {
    List<Path> stored = found.storedReports();
    if (stored.isEmpty()) {
      try (Progress progress = Progress.of(found.journals(), session)) {
        return Reports.build(found.journals(), settings, progress);
      }
    }
    if (stored.size() > 1 || !found.journals().isEmpty() || app != null) {
      throw new CommandException(
          "'"
              + stored.get(0)
              + "' has no "
              + RunPaths.JOURNAL
              + " beside it: it can't be merged or built again, only be shown alone in other formats");
    }
    return Reports.stored(stored.get(0), settings);
  }

  /** A stored report is not overwritten with what it says itself. */
  private static Set<Format> formats(RunPaths found, Path folder, Settings settings) {
    Set<Format> formats = EnumSet.copyOf(settings.formats());
    if (found.storedReports().contains(folder.resolve(RunPaths.REPORT))) {
      formats.remove(Format.JSON);
    }
    return formats;
  }

  private static void createFolder(Path folder) throws CommandException, IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new CommandException("'" + folder + "' is not a folder", e);
    }
  }
}
