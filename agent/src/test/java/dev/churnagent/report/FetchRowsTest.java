package dev.churnagent.report;

import static dev.churnagent.report.TestFetches.DEVICE;
import static dev.churnagent.report.TestFetches.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.FetchFindings;
import dev.churnagent.analysis.TestRecording;
import dev.churnagent.config.ClassPattern;
import dev.churnagent.config.Ignore;
import dev.churnagent.config.RequestPattern;
import dev.churnagent.model.Watching;
import dev.churnagent.report.Report.Beneath;
import dev.churnagent.report.Report.Chain;
import dev.churnagent.report.Report.Poll;
import dev.churnagent.report.Report.Request;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FetchRowsTest {
  private final TestRecording recording = TestRecording.run();

  @Test
  void shouldKnowNothingOfFetchesWhereNoneWereRecorded() {
    Report report = TestReports.of(recording);

    assertThat(report.requests()).isNull();
    assertThat(report.chains()).isNull();
    assertThat(report.polls()).isNull();
    assertThat(report.run().runsWithoutFetches()).isEqualTo(1);
  }

  @Test
  void shouldHaveEmptyListsWhereFetchesWereRecordedAndNoneMade() {
    Report report = report(TestFetches.found(List.of(), List.of()));

    assertThat(report.requests()).isEmpty();
    assertThat(report.chains()).isEmpty();
    assertThat(report.polls()).isEmpty();
    assertThat(report.run().runsWithoutFetches()).isZero();
  }

  @Test
  void shouldTellEachRequestAndWaitingLoop() {
    Report report = report(TestFetches.all());

    assertThat(report.requests())
        .startsWith(
            new Request(
                "r1",
                "method",
                DEVICE,
                "(\"dev-1\")",
                40,
                1,
                0,
                40,
                "value",
                32,
                List.of(new Beneath(STATUS, 40))))
        .extracting(Request::describe)
        .containsExactly(DEVICE + " (\"dev-1\")", STATUS + " ?verbose=1", "POST http://h:80/x");
    assertThat(report.requests())
        .extracting(Request::kind)
        .containsExactly("method", "http", "http");
    assertThat(report.polls())
        .containsExactly(new Poll("r2", "com.acme.Wait.until(Wait.java:12)", 10, 3, 250.5));
  }

  @Test
  void shouldNameRootStepsAndLines() {
    Chain chain = report(TestFetches.all()).chains().get(0);

    assertThat(chain.id()).isEqualTo("sequence-r1");
    assertThat(chain.shape()).isEqualTo("sequence");
    assertThat(chain.root()).isEqualTo("com.acme.DeviceFlow#run");
    assertThat(chain.steps()).startsWith("com.acme.StepA#run", "com.acme.StepB#run").hasSize(5);
    assertThat(chain.lines()).containsExactly(31, 32, 33, 34, 35);
    assertThat(chain.request()).isEqualTo("r1");
    assertThat(chain.ignored()).isNull();
    assertThat(report(TestFetches.all()).chains().get(1).lines())
        .isEqualTo(Arrays.asList((Integer) null));
  }

  @Test
  void shouldTellNotesApartFromWhatWasNotMeasured() {
    recording.degraded("no hook on X").degraded("note: HTTP/2 was seen on 3 connections");

    Report.Run run = report(TestFetches.all()).run();

    assertThat(run.degraded())
        .containsExactly("no hook on X", "watch pattern a.B#c matched nothing");
    assertThat(run.notes())
        .containsExactly("HTTP/2 was seen on 3 connections", "HTTP/2 was seen and left alone");
  }

  @Test
  void shouldSayWhoseNoteItIsAmongSeveralRuns() {
    TestRecording other = TestRecording.run("other", TestRecording.START.plusSeconds(1));
    other.degraded("note: HTTP/2 was seen");

    Report.Run run =
        TestFetches.report(
                List.of(recording, other),
                Arrays.asList(null, new Watching(false, List.of("a.B#c"), List.of(), 1)),
                TestFetches.incident(),
                List.of())
            .run();

    assertThat(run.notes()).containsExactly("other: HTTP/2 was seen");
    assertThat(run.degraded()).isEmpty();
    assertThat(run.runsWithoutFetches()).isEqualTo(1);
  }

  @Test
  void shouldShowAcceptedChainsWithTheReasonAndStillTheirCalls() throws Exception {
    List<Ignore> ignores =
        List.of(
            ignore("com.acme.Device#ping", null, "another method"),
            ignore("com.acme.Device#get*", "com.other.**", "another root"),
            ignore("com.acme.Device#get*", "com.acme.*#run", "the vendor asks twice"));

    Report report = TestFetches.report(recording, TestFetches.all(), ignores);

    assertThat(report.chains())
        .extracting(Chain::ignored)
        .containsExactly("the vendor asks twice", null, null);
    assertThat(report.chains().get(0).avoidableCalls()).isEqualTo(32);
    assertThat(report.chains().get(0).isRedundant()).isFalse();
    assertThat(report.chains().get(1).isRedundant()).isTrue();
    assertThat(report.chains().get(2).isRedundant()).as("a write").isFalse();
  }

  static Ignore ignore(String request, String root, String reason) throws Exception {
    return new Ignore(
        RequestPattern.parse("request", request),
        root == null ? null : ClassPattern.parse("root", root),
        reason);
  }

  private Report report(FetchFindings fetches) {
    return TestFetches.report(recording, fetches, List.of());
  }
}
