package dev.churnagent.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Builds one report of the runs of all modules of this build. Call it after the modules, as in
 * {@code mvn verify churn:report-aggregate}, or bind it to {@code verify} in the last module.
 */
@Mojo(name = "report-aggregate", aggregator = true, threadSafe = true)
public final class ReportAggregateMojo extends AbstractChurnMojo {
  @Parameter(defaultValue = "${reactorProjects}", readonly = true, required = true)
  private List<MavenProject> reactorProjects;

  /** Where the report is written. */
  @Parameter(defaultValue = "${project.build.directory}/churn-aggregate", required = true)
  private File aggregateDirectory;

  @Override
  void run() throws MojoExecutionException {
    RecordedModules modules = RecordedModules.of(Modules.recording(reactorProjects), session());
    String missing = modules.unmeasured();
    if (missing != null) {
      getLog().warn("churn: " + missing);
    }
    if (modules.folders().isEmpty()) {
      if (missing == null) {
        getLog().info("churn: nothing to report: " + modules.excuses());
      }
      return;
    }
    new ReportCommand(this)
        .build(modules.folders(), aggregateDirectory.toPath().toAbsolutePath().normalize());
  }
}
