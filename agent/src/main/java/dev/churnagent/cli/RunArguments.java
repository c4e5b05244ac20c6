package dev.churnagent.cli;

import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command on recorded runs takes: where they are, and how to print. */
final class RunArguments {
  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "A run's folder, a journal, a folder of runs, or a report.json (its journal, if that is"
              + " beside it).")
  private List<String> paths;

  @Option(names = "--json", description = "Print JSON instead of text.")
  private boolean json;

  /** As the user wrote them; at least one. */
  List<String> paths() {
    return paths;
  }

  /** Whether to print for machines. */
  boolean isJson() {
    return json;
  }
}
