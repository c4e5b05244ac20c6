package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.churnagent.it.program.Mixed;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.RawServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What build servers read: written by the ending JVM itself, and by {@code check} afterwards. */
class CiOutputsIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";
  private static final String SOURCE = "app/src/main/java/dev/churnagent/it/program/Mixed.java";
  private static final String LIMITS =
      """
      limits:
        - site: dev.churnagent.it.program.Mixed#bySocket
          max-connections: 1
        - max-connections: 1000
      """;

  private RawServer server;
  private Path project;

  @BeforeEach
  void makeProject() throws IOException {
    server = RawServer.start(RawServer.Mode.CLIENT_CLOSES_FIRST);
    project = AgentProcess.newFolder();
    Files.createDirectories(project.resolve(SOURCE).getParent());
    Files.writeString(project.resolve(SOURCE), "package dev.churnagent.it.program;");
    Files.writeString(project.resolve("churn.yaml"), LIMITS);
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private Finished record(Jdk jdk, String formats) {
    Finished run =
        AgentProcess.java(jdk)
            .option("formats", formats)
            .workingDirectory(project)
            .main(Mixed.class, server.port(), 2)
            .run();
    assertThat(run.status()).as(run::everything).isZero();
    return run;
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldBeWrittenByTheEndingJvm(Jdk jdk) throws Exception {
    Finished run = record(jdk, "junit;sarif;markdown;gitlab");
    Path folder = run.runFolder();
    assertThat(folder.toFile().list())
        .as(run::everything)
        .containsExactlyInAnyOrder(
            "journal.churn",
            "TEST-churn.xml",
            "report.sarif",
            "report.md",
            "gl-code-quality-report.json");
    shouldTellTheViolation(
        folder.resolve("TEST-churn.xml"),
        folder.resolve("report.sarif"),
        folder.resolve("gl-code-quality-report.json"));
    assertThat(folder.resolve("report.md")).content().contains("violated", "bySocket");
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldBeWrittenByCheckInsideGithubActions(Jdk jdk) throws Exception {
    record(jdk, "json");
    Path summary = Files.createFile(project.resolve("summary.md"));
    Finished check =
        AgentProcess.java(jdk)
            .withoutAgent()
            .workingDirectory(project)
            .environment("GITHUB_ACTIONS", "true")
            .environment("GITHUB_WORKSPACE", project.toString())
            .environment("GITHUB_STEP_SUMMARY", summary.toString())
            .jar(
                AgentProcess.agentJar(),
                "check",
                "churn-report",
                "--junit=out/TEST-churn.xml",
                "--sarif=out/report.sarif",
                "--gitlab=out/gl.json",
                "--markdown=out/report.md")
            .run();
    assertThat(check.status()).as(check::everything).isEqualTo(1);
    assertThat(check.stderr()).as(check::everything).isEmpty();
    assertThat(check.stdout())
        .as(check::everything)
        .filteredOn(line -> line.startsWith("::"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("::error file=" + SOURCE + ",line=")
        .contains(",title=churn-agent max-connections::" + Mixed.class.getName() + ".bySocket(");
    assertThat(summary).content().isEqualTo(Files.readString(project.resolve("out/report.md")));
    assertThat(summary).content().contains("**FAIL: 1 of ", "### Call sites that open most");
    shouldTellTheViolation(
        project.resolve("out/TEST-churn.xml"),
        project.resolve("out/report.sarif"),
        project.resolve("out/gl.json"));
  }

  private static void shouldTellTheViolation(Path junit, Path sarif, Path gitlab) throws Exception {
    Element suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(junit.toFile())
            .getDocumentElement();
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("0");
    assertThat(Integer.parseInt(suite.getAttribute("tests"))).isGreaterThan(3);

    JsonNode run = new ObjectMapper().readTree(sarif.toFile()).path("runs").get(0);
    assertThat(run.path("results")).hasSize(1);
    JsonNode place = run.path("results").get(0).path("locations").get(0).path("physicalLocation");
    assertThat(place.path("artifactLocation").path("uri").asText()).isEqualTo(SOURCE);
    assertThat(place.path("region").path("startLine").asInt()).isGreaterThan(1);
    for (JsonNode rule : run.path("tool").path("driver").path("rules")) {
      assertThat(rule.path("help").path("markdown").asText()).startsWith("# max-");
    }

    JsonNode entries = new ObjectMapper().readTree(gitlab.toFile());
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).path("location").path("path").asText()).isEqualTo(SOURCE);
    assertThat(entries.get(0).path("check_name").asText()).isEqualTo("max-connections");
  }
}
