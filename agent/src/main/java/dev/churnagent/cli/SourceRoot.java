package dev.churnagent.cli;

import java.nio.file.Files;
import picocli.CommandLine.Option;

/** Where commands look for the source files that their outputs name. */
final class SourceRoot {
  @Option(
      names = "--source-root",
      paramLabel = "DIR",
      description =
          "The root of the project, below which source files are looked for and which their paths"
              + " are relative to; by default the working directory.")
  private String folder;

  /**
   * As the user wrote it; null if not given.
   *
   * @throws CommandException if it is no folder
   */
  String checked(Session session) throws CommandException {
    if (folder != null && !Files.isDirectory(session.resolve(folder))) {
      throw new CommandException("--source-root: '" + folder + "' is not a folder");
    }
    return folder;
  }
}
