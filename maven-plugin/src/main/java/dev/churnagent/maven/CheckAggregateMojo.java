package dev.churnagent.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Holds the runs of all modules of this build together to the limits. Call it after the modules, as
 * in {@code mvn verify churn:check-aggregate}, or bind it to {@code verify} in the last module.
 */
@Mojo(name = "check-aggregate", aggregator = true, threadSafe = true)
public final class CheckAggregateMojo extends AbstractCheckMojo {
  @Parameter(defaultValue = "${reactorProjects}", readonly = true, required = true)
  private List<MavenProject> reactorProjects;

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    check(RecordedModules.of(Modules.recording(reactorProjects), session()));
  }
}
