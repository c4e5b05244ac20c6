package dev.churnagent.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.churnagent.report.Report;
import dev.churnagent.report.TestReports;
import dev.churnagent.report.json.JsonReportWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What the page holds; how it looks and works is tried in a real browser by ReportPageIT. */
class HtmlReportWriterTest {
  private static final Pattern DATA = Pattern.compile("id=\"churn-data\">([^<]*)</script>");

  @Test
  void shouldHoldTheWholeReportButForItsStacks() throws IOException {
    Report report = TestReports.of(TestReports.churn());

    JsonNode packed = data(html(report)).path("report");

    ObjectNode whole = (ObjectNode) json(report);
    for (int i = 0; i < whole.path("sites").size(); i++) {
      ((ObjectNode) whole.path("sites").get(i)).set("stacks", packed.at("/sites/" + i + "/stacks"));
    }
    assertThat(packed).isEqualTo(whole);
    assertThat(packed.at("/sites/0/stacks/0/node").asInt()).isPositive();
  }

  @Test
  void shouldBeOneFileThatAsksForNoOther() throws IOException {
    String html = html(TestReports.of(TestReports.churn()));

    assertThat(html).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(html).contains("default-src 'none'", "uPlot", "churn.sites =");
    assertThat(html).doesNotContain("<script src", "rel=\"stylesheet\"", "sourceMappingURL");
    // A script that held its own end would end there.
    assertThat(html.split("<script", -1)).hasSameSizeAs(html.split("</script>", -1));
  }

  @Test
  void shouldTellTheSummaryToThoseWithoutScripts() throws IOException {
    String html = html(TestReports.of(TestReports.churn()));

    String summary = html.substring(html.indexOf("churn-summary\">"), html.indexOf("</noscript>"));
    assertThat(summary).contains("Call sites by connections", "-&gt;").doesNotContain("->");
  }

  private static String html(Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HtmlReportWriter.write(report, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static JsonNode data(String html) throws IOException {
    Matcher data = DATA.matcher(html);
    assertThat(data.find()).isTrue();
    byte[] packed = Base64.getDecoder().decode(data.group(1));
    return new ObjectMapper().readTree(new GZIPInputStream(new ByteArrayInputStream(packed)));
  }

  private static JsonNode json(Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonReportWriter.write(report, out);
    return new ObjectMapper().readTree(out.toByteArray());
  }
}
