package dev.churnagent.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Sets the property {@code argLine}, so that the JVMs that Surefire and Failsafe start record their
 * connections. What the property holds already is kept, behind the agent. Removes the runs of
 * earlier builds, which would be judged with those of this one.
 */
@Mojo(name = "prepare-agent", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class PrepareAgentMojo extends AbstractChurnMojo {
  private static final String AGENT = "dev.churnagent:churn-agent";

  /** The property that Surefire and Failsafe take the JVM's arguments from. */
  @Parameter(property = "churn.propertyName", defaultValue = TestPlugins.ARG_LINE)
  private String propertyName;

  @Parameter(defaultValue = "${plugin.artifactMap}", readonly = true, required = true)
  private Map<String, Artifact> pluginArtifacts;

  @Override
  void run() throws MojoExecutionException {
    TestPlugins tests = TestPlugins.of(project());
    if (TestPlugins.isPom(project()) && tests.isEmpty()) {
      return;
    }
    RunsFolder runs = new RunsFolder(outputDirectory());
    ChurnOptions options =
        options()
            .put("output", runs.path())
            // People read the merged report; the journals are what it is made from.
            .put("formats", "json")
            // Nor does each JVM of many have to tell its own.
            .putIfAbsent("summary", "false")
            // 'check' is the judge, after all JVMs.
            .put("on-violation", "report");
    load(options);
    removeEarlier(runs);
    setProperty(options);
    Modules.prepared(project(), runs.path(), propertyName);
    for (String doubt : tests.doubts(propertyName, session().getUserProperties())) {
      getLog().warn("churn: " + doubt);
    }
  }

  @Override
  void skipped() {
    // Where Surefire's configuration says @{argLine}, the property must be there.
    project().getProperties().putIfAbsent(propertyName, "");
  }

  private void removeEarlier(RunsFolder runs) throws MojoExecutionException {
    try {
      int removed = runs.removeEarlierThan(session().getStartTime().toInstant());
      if (removed > 0) {
        getLog().info("churn: removed " + removed + " runs of earlier builds");
      }
    } catch (IOException e) {
      throw new MojoExecutionException(
          "runs of earlier builds in '" + runs.path() + "' can't be removed: " + e, e);
    }
  }

  private void setProperty(ChurnOptions options) throws MojoExecutionException {
    Properties properties = project().getProperties();
    try {
      String line =
          ArgLine.prepend(
              properties.getProperty(propertyName),
              ChurnOptions.slashes(agentJar()),
              options.toAgentArguments());
      properties.setProperty(propertyName, line);
      getLog().info("churn: " + propertyName + " set to " + line);
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  private Path agentJar() throws MojoExecutionException {
    File source = pluginArtifacts.get(AGENT).getFile();
    Path folder = Path.of(project().getBuild().getDirectory(), "churn-agent");
    try {
      return AgentJar.copy(source.toPath(), folder);
    } catch (IOException e) {
      throw new MojoExecutionException(
          "the agent's jar '" + source + "' can't be copied to '" + folder + "': " + e, e);
    }
  }
}
