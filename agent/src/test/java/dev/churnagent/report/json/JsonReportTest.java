package dev.churnagent.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.churnagent.analysis.TestRecording;
import dev.churnagent.config.Limit;
import dev.churnagent.report.Report;
import dev.churnagent.report.ReportBuilder;
import dev.churnagent.report.TestReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {
  @TempDir Path folder;

  private final Report report =
      TestReports.of(TestReports.churn(), TestReports.limit(Limit.Kind.MAX_CONNECTIONS, 5));

  @Test
  void shouldReadBackWhatItWrote() throws IOException {
    assertThat(JsonReportReader.read(file(text(report)))).isEqualTo(report);
  }

  @Test
  void shouldReadBackAReportWithoutARunAndOneWithoutConnections() throws IOException {
    Report none = ReportBuilder.build(List.of(), List.of(), List.of());
    assertThat(JsonReportReader.read(file(text(none)))).isEqualTo(none);

    Report quiet = TestReports.of(TestRecording.run());
    assertThat(JsonReportReader.read(file(text(quiet)))).isEqualTo(quiet);
  }

  @Test
  void shouldNameFieldsAsTheContractDoes() throws IOException {
    JsonNode root = new ObjectMapper().readTree(text(report));

    assertThat(names(root))
        .containsExactly(
            "schema",
            "run",
            "totals",
            "sites",
            "endpoints",
            "requests",
            "chains",
            "polls",
            "timeWait",
            "portExhaustion",
            "remedies",
            "limits",
            "verdict");
    assertThat(names(root.get("sites").get(0)))
        .containsExactly(
            "id",
            "class",
            "method",
            "file",
            "line",
            "kind",
            "attribution",
            "connections",
            "failed",
            "failures",
            "abandoned",
            "closed",
            "openAtEnd",
            "peakOpen",
            "meanRatePerSecond",
            "peakRate",
            "lifetimeMillis",
            "connectMicros",
            "closedFirst",
            "endpoints",
            "scopes",
            "stacks");
    assertThat(root.get("requests").isNull()).isTrue();
    assertThat(root.get("schema").textValue()).isEqualTo("churn-report/1");
  }

  @Test
  void shouldWriteNamesOfAllKindsAndTheSameLineEndsEverywhere() throws IOException {
    TestRecording recording =
        TestRecording.run("na\"me \u00e9\u4e2d </script>", TestRecording.START);
    Report odd = TestReports.of(recording);

    assertThat(JsonReportReader.read(file(text(odd)))).isEqualTo(odd);
    assertThat(text(odd)).endsWith("}\n").doesNotContain("\r");
  }

  @Test
  void shouldWriteTheVerdictAlone() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonReportWriter.writeVerdict(report, out);

    assertThat(names(new ObjectMapper().readTree(out.toByteArray())))
        .containsExactly("limits", "verdict");
  }

  @Test
  void shouldSayInOneLineWhatIsWrongWithAFile() throws IOException {
    assertRefused(file("{ \"schema\": "), "is not JSON");
    assertRefused(file("<html>"), "is not JSON");
    assertRefused(file(""), "schema is missing");
    assertRefused(file("[]"), "schema is missing");
    assertRefused(file("{\"schema\": \"churn-report/2\"}"), "'churn-report/2'");
    assertRefused(file("{\"schema\": \"churn-report/1\"}"), "'totals' should be an object");
    assertRefused(
        file(text(report).replace("\"closed\" : 30", "\"closed\" : \"x\"")),
        "'totals.closed' should be a whole number");
    assertRefused(folder.resolve("none.json"), "there is no such file");
  }

  private static void assertRefused(Path file, String why) {
    assertThatThrownBy(() -> JsonReportReader.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(why)
        .hasMessageNotContaining("\n");
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String text(Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonReportWriter.write(report, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("report.json"), text);
  }
}
