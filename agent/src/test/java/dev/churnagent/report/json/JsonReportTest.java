package dev.churnagent.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.churnagent.analysis.TestRecording;
import dev.churnagent.config.Ignore;
import dev.churnagent.config.Limit;
import dev.churnagent.config.RequestPattern;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.Frame;
import dev.churnagent.report.FlowReports;
import dev.churnagent.report.Report;
import dev.churnagent.report.ReportBuilder;
import dev.churnagent.report.TestFetches;
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
  void shouldReadBackEverythingAboutFetches() throws Exception {
    Ignore ignore =
        new Ignore(RequestPattern.parse("request", "GET http://*"), null, "\u00e9 \"quoted\"");
    Report full =
        TestFetches.report(
            TestReports.churn(),
            TestFetches.all(),
            List.of(ignore),
            TestReports.limit(Limit.Kind.MAX_REDUNDANT_CALLS, 0),
            TestReports.limit(Limit.Kind.MAX_DUPLICATES, 0));
    assertThat(full.chains()).extracting(Report.Chain::ignored).contains("\u00e9 \"quoted\"");
    assertThat(JsonReportReader.read(file(text(full)))).isEqualTo(full);

    Report empty =
        TestFetches.report(TestRecording.run(), TestFetches.found(List.of(), List.of()), List.of());
    assertThat(JsonReportReader.read(file(text(empty)))).isEqualTo(empty);
    assertThat(empty.requests()).isEmpty();
  }

  @Test
  void shouldReadBackLibrariesAndClosers() throws IOException {
    TestRecording recording = TestRecording.run();
    Frame fetch = TestRecording.application("com.acme.Device", "fetch", 4);
    Frame lettuce = TestRecording.library("io.lettuce.core.RedisClient", "connect");
    Frame netty = TestRecording.library("io.netty.channel.Channel", "connect");
    int stack = recording.stack(netty, lettuce, fetch);
    int closer =
        recording.stack(new CallStack(List.of(netty), new CallStack(List.of(lettuce, fetch))));
    int device = recording.endpoint(TestRecording.DEVICE);
    recording.connect(0, stack, device).closeBy(1, stack, device, closer);
    for (int i = 0; i < 5; i++) {
      recording.unread(stack, -1);
    }
    Report told = TestReports.of(recording);

    JsonNode site = new ObjectMapper().readTree(text(told)).get("sites").get(0);

    assertThat(site.get("library").get("name").asText()).isEqualTo("Lettuce");
    assertThat(site.get("library").get("version").isNull()).isTrue();
    assertThat(site.get("causes").get(0).asText())
        .isEqualTo(told.sites().get(0).causes().get(0).text());
    assertThat(site.get("causeDetails").get(0).get("kind").asText()).isEqualTo("unread-answers");
    assertThat(site.get("transport").get("name").asText()).isEqualTo("Netty");
    assertThat(site.get("closedBy").get(0).get("handedOverBy").asText())
        .isEqualTo("com.acme.Device.fetch(Device.java:4)");
    assertThat(JsonReportReader.read(file(text(told)))).isEqualTo(told);
  }

  @Test
  void shouldReadBackALimitThatIsNotJudged() throws IOException {
    Report unknown =
        TestReports.of(TestRecording.run(), TestReports.limit(Limit.Kind.MAX_REDUNDANT_CALLS, 0));

    JsonNode root = new ObjectMapper().readTree(text(unknown));

    assertThat(root.get("limits").get(0).get("measured").isNull()).isTrue();
    assertThat(root.get("limits").get(0).get("verdict").isNull()).isTrue();
    assertThat(root.get("verdict").isNull()).isTrue();
    assertThat(JsonReportReader.read(file(text(unknown)))).isEqualTo(unknown);
  }

  @Test
  void shouldReadBackRemediesAndSignatures() throws IOException {
    Report full = FlowReports.incident();
    assertThat(full.remedies()).hasSize(4);
    assertThat(full.sites().get(0).signature()).isEqualTo("close-first");
    assertThat(full.chains().get(0).avoidableTimeWait()).isPositive();

    assertThat(JsonReportReader.read(file(text(full)))).isEqualTo(full);
    assertThat(names(new ObjectMapper().readTree(text(full)).get("remedies").get(0)))
        .containsExactly(
            "kind",
            "target",
            "connectionsBefore",
            "connectionsAfter",
            "timeWaitPeakBefore",
            "timeWaitPeakAfter",
            "how",
            "os",
            "hops",
            "portUsePercentBefore",
            "portUsePercentAfter");
  }

  @Test
  void shouldReadAReportOfTheVersionBeforeRemedies() throws IOException {
    String old =
        text(FlowReports.incident())
            .replaceAll("(?m)^ *\"signature\".*\\R", "")
            .replaceAll(",\\R[^\\n]*\"avoidableTimeWait\"[^\\n,]*(?=,?\\R)", "")
            .replaceAll(",\\R[^\\n]*\"stepCalls\"[^\\]]*\\]", "");
    assertThat(old).doesNotContain("signature", "avoidableTimeWait", "stepCalls");

    Report read = JsonReportReader.read(file(old));

    assertThat(read.sites().get(0).signature()).isNull();
    assertThat(read.chains().get(0).avoidableTimeWait()).isNull();
    assertThat(read.chains().get(0).stepCalls()).isNull();
  }

  @Test
  void shouldReadBackATimelineAndHistogramsOfLifetimes() throws IOException {
    TestRecording slow = TestReports.churn().endsAt(1_000_000);
    Report full = TestReports.of(slow);
    assertThat(full.timeline().peakConnectsPerSecond()).startsWith(30.0, 0.0);
    assertThat(full.sites().get(0).lifetimeHistogram())
        .containsExactly(new Report.LifetimeBucket(5, 30));
    assertThat(full.sites().get(1).lifetimeHistogram()).isNull();

    JsonNode root = new ObjectMapper().readTree(text(full));

    assertThat(JsonReportReader.read(file(text(full)))).isEqualTo(full);
    assertThat(names(root.get("timeline")))
        .containsExactly(
            "startedAt",
            "stepMillis",
            "connects",
            "failed",
            "peakConnectsPerSecond",
            "open",
            "systems");
    assertThat(names(root.get("timeline").get("systems").get(0)))
        .containsExactly("os", "hops", "ports", "timeWait", "usedPorts");
    assertThat(names(root.get("sites").get(0).get("lifetimeHistogram").get(0)))
        .containsExactly("upToMillis", "connections");
  }

  @Test
  void shouldReadAReportOfTheVersionBeforeTimelines() throws IOException {
    String old =
        text(report)
            .replaceAll("(?s),\\s*\"timeline\".*\\}", "\n}")
            .replaceAll("(?s),\\s*\"lifetimeHistogram\" : (null|\\[.*?\\])", "");
    assertThat(old).doesNotContain("timeline", "lifetimeHistogram");

    Report read = JsonReportReader.read(file(old));

    assertThat(read.timeline()).isNull();
    assertThat(read.sites()).hasSize(2).extracting("lifetimeHistogram").containsOnlyNulls();
  }

  @Test
  void shouldReadAReportOfTheVersionBeforeFetches() throws IOException {
    String old =
        text(TestReports.of(TestReports.churn()))
            .replaceAll("(?m)^.*\"(notes|runsWithoutFetches)\".*\\R", "")
            .replace("\"mergedRuns\" : 1,", "\"mergedRuns\" : 1");

    Report read = JsonReportReader.read(file(old));

    assertThat(read.run().notes()).isEmpty();
    assertThat(read.run().runsWithoutFetches()).isEqualTo(1);
    assertThat(read.requests()).isNull();
  }

  @Test
  void shouldReadBackScopes() throws IOException {
    Report full = TestReports.of(TestReports.churn());
    String text =
        text(full)
            .replaceFirst(
                "\"scopes\" : null",
                "\"scopes\" : [ { \"name\" : \"com.acme.FlowTest#works\", \"connections\" : 7 } ]");

    assertThat(JsonReportReader.read(file(text)).sites().get(0).scopes())
        .containsExactly(new Report.ScopeCount("com.acme.FlowTest#works", 7));
  }

  @Test
  void shouldNameTheFieldsOfFetchesAsTheContractDoes() throws IOException {
    Report full = TestFetches.report(TestRecording.run(), TestFetches.all(), List.of());
    JsonNode root = new ObjectMapper().readTree(text(full));

    assertThat(names(root.get("requests").get(0)))
        .containsExactly(
            "id",
            "kind",
            "target",
            "arguments",
            "calls",
            "distinctResults",
            "failures",
            "connections",
            "basis",
            "avoidableCalls",
            "beneath");
    assertThat(names(root.get("chains").get(0)))
        .containsExactly(
            "id",
            "shape",
            "root",
            "steps",
            "request",
            "occurrences",
            "calls",
            "distinctResults",
            "avoidableCalls",
            "avoidableConnections",
            "advice",
            "target",
            "arguments",
            "distinctArguments",
            "lines",
            "ignored",
            "avoidableTimeWait",
            "stepCalls");
    assertThat(names(root.get("polls").get(0)))
        .containsExactly("request", "site", "calls", "distinctResults", "meanIntervalMillis");
    assertThat(root.get("chains").get(1).get("lines")).hasToString("[null]");
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
            "verdict",
            "timeline");
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
            "stacks",
            "signature",
            "lifetimeHistogram",
            "clients",
            "causes",
            "library",
            "transport",
            "closedBy",
            "unreadAnswers",
            "causeDetails");
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
    JsonReportWriter.writeVerdict(report.limits(), report.verdict(), List.of("a note"), out);

    assertThat(names(new ObjectMapper().readTree(out.toByteArray())))
        .containsExactly("limits", "verdict", "notes");
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
    String fetches = text(TestFetches.report(TestRecording.run(), TestFetches.all(), List.of()));
    assertRefused(
        file(fetches.replaceFirst("\"avoidableCalls\" : 9", "\"avoidable\" : 9")),
        "'requests[1].avoidableCalls' should be a whole number");
    assertRefused(
        file(fetches.replaceFirst("\"lines\" : \\[ 31", "\"lines\" : [ \"x\"")),
        "'chains[0].lines' should be an array of whole numbers");
    assertRefused(
        file(text(report).replaceFirst("\"connects\" : \\[ 2", "\"connects\" : [ 1.5")),
        "'timeline.connects' should be an array of whole numbers");
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
