package dev.churnagent.report.text;

import static dev.churnagent.analysis.TestRecording.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.TestRecording;
import dev.churnagent.config.Limit;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.FailureKind;
import dev.churnagent.report.Report;
import dev.churnagent.report.ReportBuilder;
import dev.churnagent.report.TestReports;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportWriterTest {
  @Test
  void shouldTellTheWholeStoryInAFewLines() throws IOException {
    String text = text(TestReports.of(TestReports.churn(), maxConnections(20)));

    assertThat(text)
        .isEqualTo(
            """
            churn-agent: run, com.acme.Main, 10 s
            Verdict: FAIL, 1 of 2 checks failed
              x com.acme.StepA.run(StepA.java:42)
                  30 connections, allowed 20  [max-connections: 20]

            30 connections, at most 30/s (at 2026-11-22T15:30:00.290Z); 5 failed, 1 abandoned
            30 closed, 0 open at the end, at most 1 open at once

            Call sites by connections (2 of 2):
            1. com.acme.StepA.run(StepA.java:42)
                 30 (100%), peak 30/s, lived 2.5 ms, we closed first, to 127.0.0.1:27015
            2. com.acme.StepB.run(StepB.java:42)
                 0 (0%), 1 other, 1 refused, 1 timeout, 1 unreachable, 1 exhausted, 1 unresolved

            What to do next:
              - Ports ran out 1 times, first at com.acme.StepB.run(StepB.java:42): connect less often first;
                more ports only put it off.
              - StepA.run:42 opens a connection for each use and closes it first: reuse one (a shared client
                with keep-alive, a pool); each close leaves a port in TIME_WAIT.
            """);
  }

  @Test
  void shouldSayFirstWhatWasNotMeasured() throws IOException {
    TestRecording recording = TestRecording.run().degraded("no hook on X");

    assertThat(text(TestReports.of(recording.endsAt(5, EndReason.NOT_SEEN, 3))).lines().skip(1))
        .startsWith("NOT EVERYTHING WAS MEASURED:", "  ! no hook on X")
        .element(3)
        .asString()
        .startsWith("No end was seen");
  }

  @Test
  void shouldSayWhyThereMayBeNoConnection() throws IOException {
    assertThat(text(TestReports.of(TestRecording.run())))
        .contains("No outgoing connection was made", "Verdict: none");

    TestRecording failing = TestRecording.run();
    failing.fail(0, failing.site("A"), failing.endpoint(DEVICE), FailureKind.REFUSED);
    assertThat(text(TestReports.of(failing))).contains("every attempt failed");
    assertThat(text(ReportBuilder.build(List.of(), List.of(), List.of())))
        .contains("NOTHING WAS MEASURED");
  }

  @Test
  void shouldPassWhereAllLimitsHold() throws IOException {
    assertThat(text(TestReports.of(TestReports.churn(), maxConnections(30))))
        .contains("Verdict: PASS, 2 checks held");
  }

  @Test
  void shouldFitTheScreenHoweverMuchThereIsToSay() throws IOException {
    TestRecording recording =
        TestRecording.run("\u00e9".repeat(200), TestRecording.START)
            .endsAt(9_000, EndReason.NOT_SEEN, 5);
    for (int i = 0; i < 20; i++) {
      recording.degraded("problem " + i + " with a long explanation".repeat(9));
      int site = recording.site("x".repeat(10 * i) + ".Step" + i);
      int device = recording.endpoint("[fe80::1:2:3:" + i + "]:27015");
      for (int k = 0; k < 30; k++) {
        recording.connect(k, site, device).close(k, site, device, 1, ClosedFirst.LOCAL);
        recording.fail(k, site, device, FailureKind.EXHAUSTED);
      }
    }

    List<String> lines = text(TestReports.of(recording, maxConnections(0))).lines().toList();

    assertThat(lines).hasSizeBetween(35, 40).allMatch(line -> line.length() <= 100);
    assertThat(lines).allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c <= '~'));
  }

  private static Limit maxConnections(double allowed) {
    return TestReports.limit(Limit.Kind.MAX_CONNECTIONS, allowed);
  }

  private static String text(Report report) throws IOException {
    StringBuilder out = new StringBuilder();
    TextReportWriter.write(report, out);
    return out.toString();
  }
}
