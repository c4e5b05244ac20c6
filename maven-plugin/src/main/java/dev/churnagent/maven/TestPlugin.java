package dev.churnagent.maven;

import java.util.List;

/** The plugins that start test JVMs. */
enum TestPlugin {
  SUREFIRE(
      "maven-surefire-plugin",
      "test",
      "surefire-reports",
      List.of("skipTests", "maven.test.skip", "maven.test.skip.exec", "surefire.skip"),
      "Test.*|.*Test|.*Tests|.*TestCase"),
  FAILSAFE(
      "maven-failsafe-plugin",
      "integration-test",
      "failsafe-reports",
      List.of("skipTests", "skipITs", "maven.test.skip", "maven.test.skip.exec", "failsafe.skip"),
      "IT.*|.*IT|.*ITCase");

  private final String artifactId;
  private final String goal;
  private final String reports;
  private final List<String> skipProperties;
  private final String testNames;

  TestPlugin(
      String artifactId, String goal, String reports, List<String> skipProperties, String names) {
    this.artifactId = artifactId;
    this.goal = goal;
    this.reports = reports;
    this.skipProperties = skipProperties;
    this.testNames = names;
  }

  String artifactId() {
    return artifactId;
  }

  /** Group and name, as Maven's model has it. */
  String key() {
    return "org.apache.maven.plugins:" + artifactId;
  }

  /** The goal that runs tests. */
  String goal() {
    return goal;
  }

  /** The folder of its reports, below the module's build directory, unless configured. */
  String reports() {
    return reports;
  }

  /** The properties that skip it if true. */
  List<String> skipProperties() {
    return skipProperties;
  }

  /** Whether it takes a class of that simple name for a test, unless configured. */
  boolean isTestName(String simpleName) {
    return simpleName.matches(testNames);
  }
}
