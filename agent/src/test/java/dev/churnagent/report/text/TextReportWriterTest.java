package dev.churnagent.report.text;

import static dev.churnagent.analysis.TestRecording.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.ChainFindings;
import dev.churnagent.analysis.ChainFindings.Shape;
import dev.churnagent.analysis.ChainFindings.Step;
import dev.churnagent.analysis.FetchFindings;
import dev.churnagent.analysis.TestRecording;
import dev.churnagent.config.Ignore;
import dev.churnagent.config.Limit;
import dev.churnagent.config.RequestPattern;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.FailureKind;
import dev.churnagent.report.FlowReports;
import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.ReportBuilder;
import dev.churnagent.report.TestFetches;
import dev.churnagent.report.TestReports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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

            PORTS RAN OUT: 1 connect failed, the first at 15:30:00.001 to 127.0.0.1:27015 in
              com.acme.StepB.run(StepB.java:42)
              EADDRNOTAVAIL "Cannot assign requested address" (Linux, macOS); on Windows
              WSAEADDRINUSE 10048 "Only one usage of each socket address (protocol/network
              address/port) is normally permitted", "Address already in use: connect"
              Who held this program's ports then:
                1 open, to 127.0.0.1:27015 from com.acme.StepA.run(StepA.java:42)

            30 connections, at most 30/s (at 2026-11-22T15:30:00.290Z); 5 failed, 1 abandoned
            30 closed, 0 open at the end, at most 1 open at once
            Ports: linux 0.1 % of 28,232 (TIME_WAIT at most 30 at 15:30:00.292)

            Call sites by connections (2 of 2):
            1. com.acme.StepA.run(StepA.java:42): close-first
                 30 (100%), peak 30/s, lived 2.5 ms, we closed first, to 127.0.0.1:27015
            2. com.acme.StepB.run(StepB.java:42)
                 0 (0%), 1 other, 1 refused, 1 timeout, 1 unreachable, 1 exhausted, 1 unresolved

            What to do next:
              - Ports ran out 1 time, first at com.acme.StepB.run(StepB.java:42): connect less often first; more
                ports only put it off.
              - What saves most on windows is to reuse connections: connections 30 -> 1, TIME_WAIT peak 30 -> 1,
                ports taken 0.2% -> under 0.1%.
              - StepA.run:42 opens a connection for each use and closes it first: reuse one (a shared client
                with keep-alive, a pool); each close leaves a port in TIME_WAIT.
            """);
  }

  @Test
  void shouldTellWhatIsAccepted() throws IOException {
    Report report = TestReports.of(TestReports.churn(), maxConnections(20), maxConnections(10));
    List<LimitResult> results = new ArrayList<>(report.limits());
    results.set(0, results.get(0).judged(LimitResults.ACCEPTED, "so be it"));
    assertThat(text(report.judged(results, LimitResults.FAIL)))
        .startsWith(
            """
            churn-agent: run, com.acme.Main, 10 s
            Verdict: FAIL, 1 of 4 checks failed, 1 accepted
              x com.acme.StepA.run(StepA.java:42)
                  30 connections, allowed 10  [max-connections: 10]
              = accepted: com.acme.StepA.run(StepA.java:42)
                  30 connections, allowed 20  [max-connections: 20]
            """);
    results.set(2, results.get(2).judged(LimitResults.ACCEPTED, "so be it"));
    assertThat(text(report.judged(results, LimitResults.PASS)))
        .contains("Verdict: PASS, 2 of 4 checks held, 2 accepted\n");
  }

  @Test
  void shouldTellTheWorstChainsBeforeTheCallSites() throws IOException {
    Report report =
        TestFetches.report(
            TestReports.churn(),
            TestFetches.incident(),
            List.of(),
            TestReports.limit(Limit.Kind.MAX_REDUNDANT_CALLS, 0));

    assertThat(text(report))
        .startsWith(
            """
            churn-agent: run, com.acme.Main, 10 s
            Verdict: FAIL, 1 of 1 check failed
              x run
                  32 calls, allowed 0  [max-redundant-calls: 0]

            PORTS RAN OUT: 1 connect failed""")
        .contains(
            """

            Redundant: DeviceFlow#run runs StepA, StepB, StepC, StepD, StepE; each calls
                 Device#getNecessaryData:
                 40 calls, 1 answer, 32 avoidable (32 connections), seen 8 times. Fetch once in DeviceFlow#run.

            30 connections,""")
        .contains(
            """
            What to do next:
              - Fetch Device#getNecessaryData once in DeviceFlow#run, before line 31, and pass it on: that
                spares 32 of 40 calls and 32 connections.
            """);
  }

  @Test
  void shouldSayWhatTheBestRemedyLeaves() throws IOException {
    assertThat(text(FlowReports.incident()))
        .contains(
            """
            What to do next:
              - Fetch Device#getNecessaryData once in DeviceFlow#run, before line 31, and pass it on: that
                spares 1,920 of 2,400 calls and 1,920 connections.
              - What saves most on windows is to reuse connections: connections 2,400 -> 1, TIME_WAIT peak 960
                -> 1, ports taken 5.9% -> under 0.1%; reuse and widen-ports together: 3,257 times the room.
              - Device.getNecessaryData:99 opens a connection for each use and closes it first: reuse one (a
            """);
  }

  @Test
  void shouldTellEveryShapeInItsWords() throws IOException {
    Step a = TestFetches.step("com.acme.A#a", 7);
    Step b = TestFetches.step("com.acme.B#b", -1);
    Step other = TestFetches.step("com.acme.A#c", 8);
    String get = "GET http://h/x";
    assertThat(story(Shape.NESTED, get, 1, a, b))
        .isEqualTo(
            "Redundant: DeviceFlow#run runs A, B one inside the other; each calls " + get + ":");
    assertThat(story(Shape.FAN_OUT, get, 1, a, other))
        .isEqualTo(
            "Redundant: DeviceFlow#run starts A#a, A#c on other threads; each calls " + get + ":");
    assertThat(story(Shape.LOOP, get, 1, a))
        .isEqualTo("Redundant: DeviceFlow#run runs A#a again and again; each calls " + get + ":");
    assertThat(story(Shape.LOOP, "com.acme.A#a", 1, a))
        .isEqualTo("Redundant: DeviceFlow#run calls A#a again and again:");
    assertThat(story(Shape.LOOP, get, 1, TestFetches.step("com.acme.DeviceFlow#run", 3)))
        .isEqualTo("Redundant: DeviceFlow#run calls " + get + " again and again:");
    assertThat(story(Shape.SEQUENCE, "com.acme.A#a", 1))
        .isEqualTo("Redundant: DeviceFlow#run calls A#a several times:");
    assertThat(story(Shape.LOOP, get, 0, a)).as("nothing to blame").isEmpty();
  }

  private static String story(Shape shape, String target, long avoidable, Step... steps)
      throws IOException {
    ChainFindings chain = TestFetches.chain(shape, "r", target, avoidable, 0, 1, steps);
    FetchFindings fetches = TestFetches.found(List.of(), List.of(chain));
    return text(TestFetches.report(TestRecording.run(), fetches, List.of()))
        .lines()
        .filter(line -> line.startsWith("Redundant"))
        .collect(Collectors.joining());
  }

  @Test
  void shouldTellOneLoopOverManyArgumentsWithoutBlame() throws IOException {
    Step step = TestFetches.step("com.acme.A#a", 7);
    String item = "GET http://h/item";
    List<ChainFindings> chains =
        List.of(
            TestFetches.chain(Shape.LOOP, "r1", "GET http://h/few", 0, 0, 9, step),
            TestFetches.chain(Shape.LOOP, "r2", item, 0, 0, 10, step));
    FetchFindings some = TestFetches.found(List.of(), chains);

    assertThat(text(TestFetches.report(TestRecording.run(), some, List.of())))
        .contains("N+1: DeviceFlow#run asks one by one for 10 arguments: GET http://h/item\n")
        .doesNotContain("few", "Redundant", "What to do next");
    FetchFindings few = TestFetches.found(List.of(), chains.subList(0, 1));
    assertThat(text(TestFetches.report(TestRecording.run(), few, List.of()))).doesNotContain("N+1");
  }

  @Test
  void shouldShowAcceptedChainsInOneLineOnly() throws Exception {
    Ignore ignore =
        new Ignore(RequestPattern.parse("request", "com.acme.**"), null, "the vendor asks twice");

    String text =
        text(TestFetches.report(TestRecording.run(), TestFetches.incident(), List.of(ignore)));

    assertThat(text)
        .contains("Ignored: 32 avoidable calls (the vendor asks twice)\n")
        .doesNotContain("Redundant", "What to do next");
  }

  @Test
  void shouldNotCallAnUnjudgedLimitAPass() throws IOException {
    Limit redundant = TestReports.limit(Limit.Kind.MAX_REDUNDANT_CALLS, 5);

    assertThat(text(TestReports.of(TestReports.churn(), redundant, maxConnections(30))))
        .contains(
            "Verdict: UNKNOWN, 1 of 3 checks could not be judged\n"
                + "  ? no fetches were recorded  [max-redundant-calls: 5]\n");
    assertThat(text(TestReports.of(TestReports.churn(), redundant, maxConnections(3))))
        .contains("Verdict: FAIL, 1 of 3 checks failed\n", "\n  ? no fetches");
  }

  @Test
  void shouldEndWithNotesAndNotLeadWithThem() throws IOException {
    TestRecording recording = TestRecording.run().degraded("note: HTTP/2 was seen");

    assertThat(text(TestReports.of(recording)))
        .doesNotContain("NOT EVERYTHING")
        .endsWith("\nnote: HTTP/2 was seen\n");
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
      recording.degraded("note: " + i);
    }
    List<ChainFindings> chains = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Step[] steps = new Step[i + 1];
      for (int k = 0; k <= i; k++) {
        steps[k] = TestFetches.step("com.acme." + "Long\u00e9".repeat(k) + "#run" + k, k);
      }
      String target = "GET http://h/" + "x".repeat(40 * i);
      chains.add(TestFetches.chain(Shape.SEQUENCE, "r" + i, target, 1L << 40, 9, 2, steps));
    }

    List<String> lines =
        text(TestFetches.report(
                recording, TestFetches.found(List.of(), chains), List.of(), maxConnections(0)))
            .lines()
            .toList();

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
