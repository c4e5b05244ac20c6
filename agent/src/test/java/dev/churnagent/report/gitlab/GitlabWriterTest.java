package dev.churnagent.report.gitlab;

import static dev.churnagent.report.finding.FindingReports.FAST;
import static dev.churnagent.report.finding.FindingReports.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.churnagent.report.finding.FindingReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GitlabWriterTest {
  private static JsonNode entries(FindingReports report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GitlabWriter.write(report.outcome(), out);
    return new ObjectMapper().readTree(out.toByteArray());
  }

  @Test
  void shouldHaveWhatGitlabWants() throws IOException {
    JsonNode entries =
        entries(FindingReports.violated().fail("max-redundant-calls: 0", "run", 4, 0));
    assertThat(entries).hasSize(3);
    Set<String> fingerprints = new HashSet<>();
    for (JsonNode entry : entries) {
      assertThat(entry.fieldNames())
          .toIterable()
          .containsExactly("description", "check_name", "fingerprint", "severity", "location");
      assertThat(entry.path("severity").asText())
          .isIn("info", "minor", "major", "critical", "blocker");
      assertThat(entry.path("location").path("path").asText()).isNotEmpty().doesNotStartWith("/");
      assertThat(entry.path("location").path("lines").path("begin").asInt()).isPositive();
      fingerprints.add(entry.path("fingerprint").asText());
    }
    assertThat(fingerprints).hasSize(3);
    assertThat(entries.get(0).path("check_name").asText()).isEqualTo("max-redundant-calls");
    assertThat(entries.get(1).path("description").asText()).startsWith(FAST);
  }

  @Test
  void shouldBeEmptyOnlyIfEverythingWasMeasured() throws IOException {
    assertThat(entries(report().limit("max-open: 9", FAST, 3.0, 9, "pass", null))).isEmpty();
    JsonNode entries = entries(report().lost(3));
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).path("check_name").asText()).isEqualTo("incomplete");
    assertThat(entries.get(0).path("severity").asText()).isEqualTo("blocker");
    assertThat(entries.get(0).path("description").asText()).contains("lost 3 events");
  }
}
