package dev.churnagent.maven;

import dev.churnagent.cli.ExitStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** The command {@code report}, as a goal asks for it. */
final class ReportCommand {
  private final AbstractChurnMojo goal;

  ReportCommand(AbstractChurnMojo goal) {
    this.goal = goal;
  }

  /** Builds the merged report of all these folders of runs, and logs its summary. */
  void build(List<Path> folders, Path output) throws MojoExecutionException {
    ChurnOptions options = goal.judgingOptions();
    goal.load(options);
    List<String> arguments = new ArrayList<>(List.of("report", "--output", output.toString()));
    folders.forEach(folder -> arguments.add(folder.toString()));
    ChurnCommand report =
        ChurnCommand.run(arguments, goal.baseDirectory(), options.toEnvironment(System.getenv()));
    report.output().forEach(line -> goal.getLog().info(line));
    if (report.status() != ExitStatus.ALL_HELD) {
      throw new MojoExecutionException("churn: " + report.error());
    }
  }
}
