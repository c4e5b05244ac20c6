package dev.churnagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays the journal of {@code GoldenJournalTest}: one connection that was reset. */
class ForecastCommandTest {
  @TempDir Path directory;

  @BeforeEach
  void unpackAJournal() throws IOException {
    Files.createDirectory(directory.resolve("run"));
    try (InputStream packed = getClass().getResourceAsStream("/golden/journal-1.churn.gz")) {
      Files.copy(new GZIPInputStream(packed), directory.resolve("run/journal.churn"));
    }
  }

  @Test
  void shouldForecastWindowsUnlessToldOtherwise() {
    CommandLineRun run = CommandLineRun.in(directory, "forecast", "run");
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.ALL_HELD);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("NOT EVERYTHING WAS MEASURED")
        .contains(
            "Forecast: 20261122-153012-4711 on windows\n",
            "Assumed: 16,384 ports for the whole host, TIME_WAIT 120 s, hops as found (1)\n",
            "Ports would not run out.\n");
  }

  @Test
  void shouldTakeTheMachineFromOptionsBeforeTheFile() throws Exception {
    Files.writeString(
        directory.resolve("m.yaml"), "hops: 2\nprofiles: {macos: {ports: 90, time-wait: 9s}}");
    JsonNode json =
        json("run", "--config", "m.yaml", "--os", "macos", "--ports", "80", "--excluded", "10");
    assertThat(json.path("os").asText()).isEqualTo("macos");
    assertThat(json.path("ports").asInt()).isEqualTo(70);
    assertThat(json.path("timeWaitSeconds").asDouble()).isEqualTo(9);
    assertThat(json.path("hops").asInt()).isEqualTo(2);
    json = json("run", "--config", "m.yaml", "--hops=1", "--time-wait=2min", "--per-destination");
    assertThat(json.path("os").asText()).isEqualTo("windows");
    assertThat(json.path("hops").asInt()).isEqualTo(1);
    assertThat(json.path("timeWaitSeconds").asDouble()).isEqualTo(120);
    assertThat(json.path("perDestination").asBoolean()).isTrue();
    json = json("run", "--os", "custom", "--ports", "9", "--time-wait", "15");
    assertThat(json.path("os").asText()).isEqualTo("custom");
    assertThat(json.path("timeWaitSeconds").asDouble()).isEqualTo(15);
  }

  @Test
  void shouldTellBothWaysOfScalingUnlessOneIsChosen() throws Exception {
    assertThat(json("run", "--scale", "3").path("copies").path("peakPorts").asInt()).isEqualTo(3);
    assertThat(json("run", "--scale", "3").path("peakPorts").asInt()).isEqualTo(1);
    assertThat(json("run", "--copies", "3").path("copies").isNull()).isTrue();
    assertThat(json("run", "--copies", "3").path("peakPorts").asInt()).isEqualTo(3);
    assertThat(json("run", "--copies=3", "--scale=2").path("copies").isNull()).isTrue();
  }

  @Test
  void shouldNeedTheJournal() throws Exception {
    StoredReports.write(StoredReports.report(0), directory.resolve("stored/report.json"));
    CommandLineRun run = CommandLineRun.in(directory, "forecast", "stored");
    assertThat(run.err())
        .contains("has no journal.churn beside it, and only a journal can be replayed")
        .hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
  }

  @Test
  void shouldCheckPortLimitsByTheJournalAndNameThem() throws Exception {
    Files.writeString(
        directory.resolve("churn.yaml"),
        "limits: [{max-port-use: 10%, on: custom}]\nprofiles: {custom: {ports: 5, time-wait: 9s}}");
    CommandLineRun run = CommandLineRun.in(directory, "check", "run");
    assertThat(run.out().lines())
        .startsWith(
            "run: 20 % of the ports, allowed 10  [max-port-use: 10% (on custom)]",
            "    custom: most at 15:30:12.346; held by com.acme.StepA.run(StepA.java) 1");
  }

  private JsonNode json(String... args) throws IOException {
    String[] all = new String[args.length + 2];
    all[0] = "forecast";
    all[1] = "--json";
    System.arraycopy(args, 0, all, 2, args.length);
    CommandLineRun run = CommandLineRun.in(directory, all);
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.ALL_HELD);
    return new ObjectMapper().readTree(run.out());
  }
}
