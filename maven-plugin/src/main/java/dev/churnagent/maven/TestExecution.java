package dev.churnagent.maven;

import java.util.List;
import java.util.Properties;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** One execution of Surefire or Failsafe, as the POM has it. */
final class TestExecution {
  private static final List<String> SKIPS = List.of("skip", "skipTests", "skipExec", "skipITs");

  /** What makes the names of classes say nothing about which are tests. */
  private static final List<String> SELECTIONS =
      List.of(
          "includes",
          "includesFile",
          "test",
          "suiteXmlFiles",
          "dependenciesToScan",
          "testClassesDirectory");

  private final TestPlugin plugin;
  private final String id;
  private final Xpp3Dom configuration;

  TestExecution(TestPlugin plugin, PluginExecution execution) {
    this.plugin = plugin;
    this.id = execution.getId();
    this.configuration =
        execution.getConfiguration() instanceof Xpp3Dom dom ? dom : new Xpp3Dom("configuration");
  }

  TestPlugin plugin() {
    return plugin;
  }

  /** A parameter's text in the POM, or null. */
  String value(String parameter) {
    Xpp3Dom child = configuration.getChild(parameter);
    return child == null ? null : child.getValue();
  }

  /** Whether its tests are chosen by something other than their class's usual name. */
  boolean selectsTests() {
    return SELECTIONS.stream().anyMatch(name -> configuration.getChild(name) != null);
  }

  /** Whether it does nothing, by its configuration or by one of these properties. */
  boolean isSkipped(Properties... properties) {
    for (String name : SKIPS) {
      if (isTrue(value(name))) {
        return true;
      }
    }
    for (Properties some : properties) {
      for (String name : plugin.skipProperties()) {
        if (isTrue(some.getProperty(name))) {
          return true;
        }
      }
    }
    return false;
  }

  /** A property without a value, as by {@code -DskipTests}, is true. */
  private static boolean isTrue(String value) {
    return value != null && (value.isEmpty() || "true".equalsIgnoreCase(value.strip()));
  }

  /** Why its JVMs do not get the agent that a property holds, in one line; null if they do. */
  String doubt(String propertyName) {
    if ("0".equals(value("forkCount")) || "never".equals(value("forkMode"))) {
      return this + ": forkCount is 0, so tests run in Maven's own JVM, which is not recorded";
    }
    String line = value("argLine");
    if (line == null) {
      return TestPlugins.ARG_LINE.equals(propertyName)
          ? null
          : this + " takes its arguments from argLine, not from " + late(propertyName);
    }
    if (line.contains(late(propertyName)) || line.contains("${" + propertyName + "}")) {
      return null;
    }
    return this
        + ": its <argLine> '"
        + line.strip()
        + "' takes the place of the property that holds the agent; begin it with "
        + late(propertyName);
  }

  private static String late(String propertyName) {
    return "@{" + propertyName + "}";
  }

  @Override
  public String toString() {
    return plugin.artifactId() + " (" + id + ")";
  }
}
