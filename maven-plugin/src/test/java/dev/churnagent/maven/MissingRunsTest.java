package dev.churnagent.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Properties;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingRunsTest {
  private static final Instant BUILD_START = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir Path folder;

  private final MavenProject module = new MavenProject(new Model());
  private final Properties user = new Properties();

  @BeforeEach
  void layOut() {
    module.setFile(folder.resolve("pom.xml").toFile());
    module.getBuild().setDirectory(folder.resolve("target").toString());
    module.getBuild().setTestOutputDirectory(folder.resolve("target/test-classes").toString());
  }

  @Test
  void shouldExcuseAModuleWithoutTestClasses() throws IOException {
    assertThat(excuse()).isEqualTo("it has no tests of its own");
    surefire();
    assertThat(excuse()).isEqualTo("it has no test classes");
    testClass("Fixtures.class");
    testClass("Fixtures$InnerTest.class");
    assertThat(excuse()).isEqualTo("none of its test classes has a test's name");
  }

  @Test
  void shouldExcuseAParentButNotAModuleOfAnUnknownKindWithTestClasses() throws IOException {
    testClass("DeviceTest.class");
    assertThat(excuse()).isNull();
    module.setPackaging("pom");
    assertThat(excuse()).isEqualTo("it has no tests of its own");
  }

  @Test
  void shouldNotExcuseAModuleWithTests() throws IOException {
    surefire();
    testClass("com/acme/DeviceTest.class");
    assertThat(excuse()).isNull();
  }

  @Test
  void shouldNotExcuseWhatItCannotKnow() throws IOException {
    TestPluginsTest.set(surefire(), "includes", "");
    assertThat(excuse()).isNull();
  }

  @Test
  void shouldExcuseSkippedTests() throws IOException {
    surefire();
    testClass("DeviceTest.class");
    user.setProperty("skipTests", "");
    assertThat(excuse()).isEqualTo("its tests are skipped");
    user.clear();
    module.getProperties().setProperty("maven.test.skip", "true");
    assertThat(excuse()).isEqualTo("its tests are skipped");
  }

  @Test
  void shouldExcuseASelectionThatLeftNothingUnlessTestsWereReported() throws IOException {
    surefire();
    testClass("DeviceTest.class");
    user.setProperty("test", "OtherTest");
    assertThat(excuse()).isEqualTo("none of its tests was selected");
    report(BUILD_START.minusSeconds(1));
    assertThat(excuse()).isEqualTo("none of its tests was selected");
    report(BUILD_START.plusSeconds(1));
    assertThat(excuse()).isNull();
  }

  @Test
  void shouldBelieveTestReportsMoreThanNames() throws IOException {
    surefire();
    testClass("Fixtures.class");
    report(BUILD_START);
    assertThat(excuse()).isNull();
  }

  @Test
  void shouldNameEveryCauseThatIsKnown() {
    TestPluginsTest.set(surefire(), "argLine", "-Xmx1g");
    assertThat(missing().hint()).contains("prepare-agent was not executed", "<argLine> '-Xmx1g'");
    Modules.prepared(module, folder, "argLine");
    assertThat(missing().hint()).doesNotContain("prepare-agent was not executed");
  }

  @Test
  void shouldSayWhatToLookAtWhereNoCauseIsKnown() {
    surefire();
    Modules.prepared(module, folder, "argLine");
    assertThat(missing().hint()).contains("mvn -X", "churn-agent:");
  }

  private String excuse() throws IOException {
    return missing().excuse();
  }

  private MissingRuns missing() {
    return new MissingRuns(module, user, BUILD_START);
  }

  private Xpp3Dom surefire() {
    return TestPluginsTest.add(module, "maven-surefire-plugin", "test", null);
  }

  private void testClass(String name) throws IOException {
    Path file = folder.resolve("target/test-classes").resolve(name);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }

  private void report(Instant written) throws IOException {
    Path file = folder.resolve("target/surefire-reports/TEST-x.xml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    Files.setLastModifiedTime(file, FileTime.from(written));
  }
}
