package dev.churnagent.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;

/** The executions of Surefire and Failsafe in a module: who will start test JVMs, and how. */
final class TestPlugins {
  /** The property that both take the JVM's arguments from by default. */
  static final String ARG_LINE = "argLine";

  private final List<TestExecution> executions;

  private TestPlugins(List<TestExecution> executions) {
    this.executions = executions;
  }

  static TestPlugins of(MavenProject project) {
    List<TestExecution> executions = new ArrayList<>();
    for (TestPlugin kind : TestPlugin.values()) {
      Plugin plugin = project.getPlugin(kind.key());
      if (plugin != null) {
        for (PluginExecution execution : plugin.getExecutions()) {
          if (execution.getGoals().contains(kind.goal()) && !"none".equals(execution.getPhase())) {
            executions.add(new TestExecution(kind, execution));
          }
        }
      }
    }
    return new TestPlugins(executions);
  }

  /** Whether a module is only a parent or a list of modules. */
  static boolean isPom(MavenProject project) {
    return "pom".equals(project.getPackaging());
  }

  boolean isEmpty() {
    return executions.isEmpty();
  }

  List<TestExecution> executions() {
    return executions;
  }

  /** Those that run something. */
  List<TestExecution> active(Properties... properties) {
    List<TestExecution> active = new ArrayList<>();
    for (TestExecution execution : executions) {
      if (!execution.isSkipped(properties)) {
        active.add(execution);
      }
    }
    return active;
  }

  /**
   * Why the agent may not reach a test JVM, one line each; empty if nothing speaks against it.
   *
   * @param propertyName the property that holds the agent
   * @param user what was given with {@code -D}
   */
  List<String> doubts(String propertyName, Properties user) {
    List<String> doubts = new ArrayList<>();
    for (TestExecution execution : active(user)) {
      String doubt = execution.doubt(propertyName);
      if (doubt != null) {
        doubts.add(doubt);
      }
    }
    if (user.getProperty(propertyName) != null) {
      doubts.add(
          "-D"
              + propertyName
              + " on the command line wins over the property that prepare-agent sets; put these"
              + " arguments into the POM's property of that name");
    }
    if ("0".equals(user.getProperty("forkCount"))) {
      doubts.add("-DforkCount=0: tests run in Maven's own JVM, which is not recorded");
    }
    return doubts;
  }
}
