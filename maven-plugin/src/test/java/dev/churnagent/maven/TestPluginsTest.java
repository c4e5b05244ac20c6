package dev.churnagent.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

class TestPluginsTest {
  private static final Properties NONE = new Properties();

  private final MavenProject project = new MavenProject();

  @Test
  void shouldBeEmptyWithoutAnExecutionThatRunsTests() {
    assertThat(TestPlugins.of(project).isEmpty()).isTrue();
    add("maven-failsafe-plugin", "verify", "verify");
    add("maven-surefire-plugin", "test", "none");
    assertThat(TestPlugins.of(project).isEmpty()).isTrue();
  }

  @Test
  void shouldHaveNoDoubtsWhereTheAgentGetsThrough() {
    Xpp3Dom surefire = add("maven-surefire-plugin", "test", null);
    assertThat(doubts("argLine")).isEmpty();
    for (String line : new String[] {"-Xmx1g @{argLine}", "${argLine} -Da=b"}) {
      set(surefire, "argLine", line);
      assertThat(doubts("argLine")).isEmpty();
    }
    set(surefire, "argLine", "@{test.arguments}");
    set(surefire, "forkCount", "1C");
    assertThat(doubts("test.arguments")).isEmpty();
  }

  @Test
  void shouldDoubtAnArgLineWithoutTheProperty() {
    set(add("maven-failsafe-plugin", "integration-test", null), "argLine", "-Xmx1g");
    assertThat(doubts("argLine"))
        .containsExactly(
            "maven-failsafe-plugin (x): its <argLine> '-Xmx1g' takes the place of the property"
                + " that holds the agent; begin it with @{argLine}");
  }

  @Test
  void shouldDoubtAPropertyThatNobodyReads() {
    add("maven-surefire-plugin", "test", null);
    assertThat(doubts("test.arguments")).singleElement().asString().contains("@{test.arguments}");
  }

  @Test
  void shouldDoubtTestsInMavensOwnJvm() {
    set(add("maven-surefire-plugin", "test", null), "forkCount", "0");
    assertThat(doubts("argLine")).singleElement().asString().contains("forkCount is 0");
    assertThat(TestPlugins.of(project).doubts("argLine", properties("forkCount", "0"))).hasSize(2);
  }

  @Test
  void shouldDoubtAPropertyOnTheCommandLine() {
    add("maven-surefire-plugin", "test", null);
    assertThat(TestPlugins.of(project).doubts("argLine", properties("argLine", "-Xmx1g")))
        .singleElement()
        .asString()
        .startsWith("-DargLine on the command line wins");
  }

  @Test
  void shouldLeaveOutWhatIsSkipped() {
    Xpp3Dom surefire = add("maven-surefire-plugin", "test", null);
    add("maven-failsafe-plugin", "integration-test", null);
    assertThat(TestPlugins.of(project).active(NONE)).hasSize(2);
    assertThat(TestPlugins.of(project).active(properties("skipITs", ""))).hasSize(1);
    assertThat(TestPlugins.of(project).active(properties("skipTests", "true"))).isEmpty();
    assertThat(TestPlugins.of(project).active(properties("skipTests", "false"))).hasSize(2);
    set(surefire, "skip", "true");
    assertThat(TestPlugins.of(project).active(NONE))
        .extracting(TestExecution::plugin)
        .containsExactly(TestPlugin.FAILSAFE);
  }

  @Test
  void shouldKnowTheUsualNamesOfTests() {
    assertThat(TestPlugin.SUREFIRE.isTestName("DeviceTests")).isTrue();
    assertThat(TestPlugin.SUREFIRE.isTestName("DeviceIT")).isFalse();
    assertThat(TestPlugin.FAILSAFE.isTestName("DeviceIT")).isTrue();
    assertThat(TestPlugin.FAILSAFE.isTestName("Fixtures")).isFalse();
  }

  private List<String> doubts(String propertyName) {
    return TestPlugins.of(project).doubts(propertyName, NONE);
  }

  private Xpp3Dom add(String artifactId, String goal, String phase) {
    return add(project, artifactId, goal, phase);
  }

  static Xpp3Dom add(MavenProject project, String artifactId, String goal, String phase) {
    Plugin plugin = new Plugin();
    plugin.setGroupId("org.apache.maven.plugins");
    plugin.setArtifactId(artifactId);
    PluginExecution execution = new PluginExecution();
    execution.setId("x");
    execution.addGoal(goal);
    execution.setPhase(phase);
    Xpp3Dom configuration = new Xpp3Dom("configuration");
    execution.setConfiguration(configuration);
    plugin.addExecution(execution);
    project.getBuild().addPlugin(plugin);
    project.getBuild().flushPluginMap();
    return configuration;
  }

  static void set(Xpp3Dom configuration, String name, String value) {
    Xpp3Dom present = configuration.getChild(name);
    Xpp3Dom child = present == null ? new Xpp3Dom(name) : present;
    child.setValue(value);
    if (present == null) {
      configuration.addChild(child);
    }
  }

  private static Properties properties(String name, String value) {
    Properties properties = new Properties();
    properties.setProperty(name, value);
    return properties;
  }
}
