package dev.churnagent.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Builds one report of all runs of the module's test JVMs, into the folder of the runs. */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ReportMojo extends AbstractChurnMojo {
  @Override
  void run() throws MojoExecutionException {
    RecordedModules modules = RecordedModules.of(project(), outputDirectory(), session());
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
    new ReportCommand(this).build(modules.folders(), outputDirectory());
  }
}
