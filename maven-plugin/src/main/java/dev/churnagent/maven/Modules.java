package dev.churnagent.maven;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What the aggregate goals know of the modules: who records, and where to. */
final class Modules {
  private static final String PLUGIN = "dev.churnagent:churn-maven-plugin";
  private static final String GOAL = "prepare-agent";
  private static final String OUTPUT = PLUGIN + ".output";
  private static final String PROPERTY = PLUGIN + ".propertyName";

  private Modules() {}

  /**
   * Notes, for goals of the same build, where a module's test JVMs write their runs and which
   * property holds the agent.
   */
  static void prepared(MavenProject module, Path output, String propertyName) {
    module.setContextValue(OUTPUT, output);
    module.setContextValue(PROPERTY, propertyName);
  }

  /** Whether {@code prepare-agent} was executed in this build. */
  static boolean isPrepared(MavenProject module) {
    return module.getContextValue(OUTPUT) != null;
  }

  /** The modules that record, in the order of the build, each with its folder of runs. */
  static Map<MavenProject, Path> recording(List<MavenProject> modules) {
    Map<MavenProject, Path> recording = new LinkedHashMap<>();
    for (MavenProject module : modules) {
      if (records(module)) {
        recording.put(module, output(module));
      }
    }
    return recording;
  }

  private static boolean records(MavenProject module) {
    return isPrepared(module) || (execution(module) != null && !isSkipped(module));
  }

  /** Where the module's runs are: as prepared in this build, else as its POM has it. */
  private static Path output(MavenProject module) {
    Object prepared = module.getContextValue(OUTPUT);
    if (prepared != null) {
      return (Path) prepared;
    }
    String configured = configured(module, "outputDirectory");
    return configured == null
        ? Path.of(module.getBuild().getDirectory()).resolve("churn")
        : module.getBasedir().toPath().resolve(configured);
  }

  /** The property that holds the agent. */
  static String propertyName(MavenProject module) {
    Object prepared = module.getContextValue(PROPERTY);
    return prepared == null ? TestPlugins.ARG_LINE : (String) prepared;
  }

  private static boolean isSkipped(MavenProject module) {
    Properties properties = module.getProperties();
    return "true".equals(configured(module, "skip"))
        || "true".equals(properties.getProperty("churn.skip"));
  }

  private static String configured(MavenProject module, String parameter) {
    PluginExecution execution = execution(module);
    Plugin plugin = module.getPlugin(PLUGIN);
    Object configuration =
        execution != null
            ? execution.getConfiguration()
            : plugin == null ? null : plugin.getConfiguration();
    Xpp3Dom child = configuration instanceof Xpp3Dom dom ? dom.getChild(parameter) : null;
    return child == null ? null : child.getValue();
  }

  private static PluginExecution execution(MavenProject module) {
    Plugin plugin = module.getPlugin(PLUGIN);
    if (plugin != null) {
      for (PluginExecution execution : plugin.getExecutions()) {
        if (execution.getGoals().contains(GOAL) && !"none".equals(execution.getPhase())) {
          return execution;
        }
      }
    }
    return null;
  }
}
