package dev.churnagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.churnagent.analysis.TestRecording;
import dev.churnagent.config.Machine;
import dev.churnagent.config.MachineProfile;
import dev.churnagent.config.PortValues;
import dev.churnagent.model.EndReason;
import dev.churnagent.report.Forecast.Wish;
import dev.churnagent.report.json.JsonReportWriter;
import dev.churnagent.report.text.ForecastWriter;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastTest {
  @TempDir Path directory;

  @Test
  void shouldTellAHealthyRunInAFewLines() throws Exception {
    Forecast forecast = forecast("", wish(MachineProfile.of(Machine.WINDOWS), 0, 1, 1));

    assertThat(text(forecast))
        .isEqualTo(
            """
            Forecast: run on windows
            Assumed: 16,384 ports for the whole host, TIME_WAIT 120 s, hops as found (1)
            TIME_WAIT: at most 120 sockets at once, at 15:30:12.910
            Ports taken, open or in TIME_WAIT: at most 120 at once, at 15:30:12.900; 0.7 % of the range
            The last port would be free again at 15:32:12.910
            Ports would not run out.
            Ports at the peak:
              100 in TIME_WAIT, to 127.0.0.1:27015 from com.acme.StepA.run(StepA.java:42)
              20 in TIME_WAIT, to 127.0.0.1:27015 from com.acme.StepB.run(StepB.java:42)
            Sustainable: 136 connections/s of this mix; 136 such runs side by side
            """);
  }

  @Test
  void shouldSayWhenPortsRunOutAndWhoHoldsThemThen() throws Exception {
    Forecast forecast = forecast("", wish(windows(50), 2, 1, 1));

    assertThat(text(forecast))
        .contains(
            "Assumed: 50 ports for the whole host, TIME_WAIT 120 s, 2 hops as stated\n",
            """
            PORTS WOULD RUN OUT after 3.5 s, at 15:30:03.500; the first connect that fails, to 127.0.0.1:27015:
              com.acme.StepA.run(StepA.java:42)
            Ports are held then (of ours; hops take more):
              25 in TIME_WAIT, to 127.0.0.1:27015 from com.acme.StepA.run(StepA.java:42)
            """,
            "not even one such run");
    assertThat(forecast.use().exhausted()).isTrue();
    assertThat(forecast("", wish(windows(120), 1, 1, 1)).use().exhausted()).isFalse();
    assertThat(forecast("", wish(windows(119), 1, 1, 1)).use().exhausted()).isTrue();
  }

  @Test
  void shouldTellFasterAndSideBySide() throws Exception {
    MachineProfile shortWait = PortValues.stated(Machine.WINDOWS, "1000", null, "4", null);

    Forecast as = forecast("", wish(shortWait, 0, 1, 1));
    Forecast both = forecast("", new Wish(shortWait, 0, 4, 1, true));
    Forecast three = forecast("", wish(shortWait, 0, 1, 3));

    assertThat(as.use().peak()).isEqualTo(40);
    assertThat(as.copies()).isNull();
    // The whole 12 s of churn within 3 s.
    assertThat(both.use().peak()).isEqualTo(120);
    assertThat(both.use().peakAt()).isEqualTo("2026-11-22T15:30:03.227Z");
    assertThat(both.copies().peak()).isEqualTo(160);
    assertThat(text(both))
        .contains(
            "Forecast: run on windows, 4 times as fast\n",
            "Instead 4 side by side: TIME_WAIT at most 160, 16 % of the ports, not out\n");
    assertThat(three.use().peak()).isEqualTo(120);
    assertThat(text(three)).contains("Forecast: run on windows, 3 side by side\n");
  }

  @Test
  void shouldUseWhatTheConfigurationSaysOfTheSystem() throws Exception {
    String yaml = "hops: 3\nprofiles: {macos: {ports: 70}}";
    Forecast forecast =
        forecast(yaml, wish(PortRuns.settings(directory, yaml).profiles().get(0), 0, 1, 1));

    assertThat(forecast.use().ports()).isEqualTo(70);
    assertThat(forecast.use().hops()).isEqualTo(3);
    assertThat(forecast.use().hopsAsFound()).isFalse();
    assertThat(forecast.use().timeWaitSeconds()).isEqualTo(30);
    assertThat(forecast("hops: 3", wish(MachineProfile.of(Machine.MACOS), 2, 1, 1)).use().hops())
        .isEqualTo(2);
  }

  @Test
  void shouldLeadWithWhatWasNotMeasured() throws Exception {
    TestRecording recording =
        TestRecording.run().degraded("the disk was full").endsAt(9, EndReason.NOT_SEEN, 0);
    Forecast forecast =
        Forecast.ofRecordings(
            List.of(recording),
            PortRuns.settings(directory, ""),
            wish(MachineProfile.of(Machine.LINUX), 0, 1, 1));

    assertThat(text(forecast))
        .startsWith(
            """
            NOT EVERYTHING WAS MEASURED, so there may be more:
              ! the disk was full
            No end was seen: told as far as the journal goes.
            Forecast: run on linux
            """)
        .contains("reuse on loopback\nNo connection that takes a port was recorded.\n");
  }

  @Test
  void shouldPrintOneProfileForMachines() throws Exception {
    JsonNode json = json(forecast("", new Wish(windows(50), 2, 2, 1, true)));
    JsonNode profile =
        new ObjectMapper()
            .readTree(json(TestReports.of(PortRuns.churn())))
            .path("timeWait")
            .path("profiles")
            .get(1);

    profile.fieldNames().forEachRemaining(name -> assertThat(json.has(name)).as(name).isTrue());
    assertThat(json.path("os").asText()).isEqualTo("windows");
    assertThat(json.path("exhausted").asBoolean()).isTrue();
    assertThat(json.path("hopsAsFound").asBoolean()).isFalse();
    assertThat(json.path("scale").asDouble()).isEqualTo(2);
    assertThat(json.path("sideBySide").asDouble()).isEqualTo(1);
    assertThat(json.path("reuse").asText()).isEqualTo("never");
    assertThat(json.path("copies").path("peak").asLong()).isEqualTo(480);
    assertThat(json(forecast("", wish(windows(50), 0, 1, 1))).path("copies").isNull()).isTrue();
  }

  private static MachineProfile windows(int ports) throws Exception {
    return PortValues.stated(Machine.WINDOWS, "" + ports, null, null, null);
  }

  private static Wish wish(MachineProfile machine, int hops, double speed, double copies) {
    return new Wish(machine, hops, speed, copies, false);
  }

  private Forecast forecast(String yaml, Wish wish) throws Exception {
    return Forecast.ofRecordings(
        List.of(PortRuns.churn()), PortRuns.settings(directory, yaml), wish);
  }

  private static String text(Forecast forecast) throws Exception {
    StringBuilder out = new StringBuilder();
    ForecastWriter.write(forecast, out);
    assertThat(out.toString().lines()).hasSizeLessThanOrEqualTo(15);
    return out.toString();
  }

  private static JsonNode json(Forecast forecast) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonReportWriter.writeForecast(forecast, out);
    return new ObjectMapper().readTree(out.toByteArray());
  }

  private static byte[] json(Report report) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonReportWriter.write(report, out);
    return out.toByteArray();
  }
}
