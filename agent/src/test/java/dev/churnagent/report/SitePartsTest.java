package dev.churnagent.report;

import static dev.churnagent.analysis.TestRecording.DEVICE;
import static dev.churnagent.analysis.TestRecording.application;
import static dev.churnagent.analysis.TestRecording.jdk;
import static dev.churnagent.analysis.TestRecording.library;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.Library;
import dev.churnagent.analysis.TestRecording;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.Frame;
import dev.churnagent.report.Report.Site;
import dev.churnagent.report.finding.Outcome;
import dev.churnagent.report.markdown.MarkdownWriter;
import dev.churnagent.report.source.SourceTree;
import dev.churnagent.report.text.TextReportWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The libraries' part of a site, and who closed what it opened. */
class SitePartsTest {
  private static final Frame CLOSE = jdk("java.net.Socket", "close");
  private static final Frame FETCH = application("com.acme.Device", "fetch", 4);
  private static final Frame OKHTTP = library("okhttp3.Call", "execute");

  private final TestRecording recording = TestRecording.run();
  private final int device = recording.endpoint(DEVICE);
  private final int plain = recording.stack(CLOSE, FETCH);
  private final int byOkHttp = recording.stack(OKHTTP, FETCH);

  @Test
  void shouldTellTheLibraryOfMostConnections() throws IOException {
    recording.connect(0, plain, device).connect(1, byOkHttp, device).connect(2, byOkHttp, device);

    Site site = site();
    assertThat(site.library()).isEqualTo(new Library("OkHttp", null));
    assertThat(site.transport()).isNull();
    assertThat(text()).contains("1. OkHttp, opened by com.acme.Device.fetch(Device.java:4)");
    assertThat(markdown()).contains("| OkHttp, opened by `com.acme.Device.fetch(Device.java:4)` |");

    recording.connect(3, plain, device).connect(4, plain, device);
    assertThat(site().library()).isNull();
    assertThat(text()).contains("1. com.acme.Device.fetch(Device.java:4)");
    assertThat(markdown()).contains("| `com.acme.Device.fetch(Device.java:4)` |");
  }

  @Test
  void shouldTakeCodeBesideTestsForTheApplication() {
    Frame page = library("com.acme.Page", "load");
    Frame test = library("com.acme.PageTest", "shouldLoad");
    recording.testMethod(0, "com.acme.PageTest", "shouldLoad");
    recording.connect(0, recording.stack(CLOSE, OKHTTP, page, test), device);

    assertThat(site().className()).isEqualTo("com.acme.Page");
    assertThat(site().kind()).isEqualTo("application");
    assertThat(site().library()).isEqualTo(new Library("OkHttp", null));
  }

  @Test
  void shouldTellWhatOpensForTheLibrary() {
    Frame netty = library("io.netty.channel.nio.NioEventLoop", "run");
    CallStack by = new CallStack(List.of(library("io.lettuce.core.RedisClient", "connect"), FETCH));
    recording.connect(0, recording.stack(new CallStack(List.of(CLOSE, netty), by)), device);

    assertThat(site().describeLibrary()).isEqualTo("Lettuce over Netty");
    assertThat(site().attribution()).isEqualTo("handoff");
  }

  @Test
  void shouldTellWhoClosedMostFirst() {
    int reaper = recording.stack(CLOSE, application("com.acme.Reaper", "run", 9));
    int pool =
        recording.stack(new CallStack(List.of(CLOSE, OKHTTP), new CallStack(List.of(FETCH))));
    for (int i = 0; i < 6; i++) {
      recording.connect(i, byOkHttp, device);
    }
    recording.closeBy(10, byOkHttp, device, reaper);
    recording.closeBy(11, byOkHttp, device, pool).closeBy(12, byOkHttp, device, pool);
    recording.closeBy(13, byOkHttp, device, -1);
    recording.close(14, byOkHttp, device, 1, ClosedFirst.LOCAL);

    assertThat(site().closed()).isEqualTo(5);
    assertThat(site().closedBy())
        .containsExactly(
            new ClosedBy(
                "okhttp3.Call.execute(Unknown Source)",
                "library",
                new Library("OkHttp", null),
                "handoff",
                "com.acme.Device.fetch(Device.java:4)",
                2),
            new ClosedBy("(unknown)", "jdk", null, "stack", null, 1),
            new ClosedBy(
                "com.acme.Reaper.run(Reaper.java:9)", "application", null, "stack", null, 1));
    assertThat(site().closedByCollector()).isZero();
    assertThat(Advice.of(TestReports.of(recording))).isEmpty();
  }

  @Test
  void shouldTellWhatGarbageCollectionClosed() throws IOException {
    int cleaner = recording.stack(CLOSE, jdk("jdk.internal.ref.CleanerImpl", "run"));
    recording.connect(0, plain, device).connect(1, plain, device);
    recording.closeBy(10, plain, device, cleaner);

    assertThat(site().closedBy()).hasSize(1);
    assertThat(site().closedBy().get(0).kind()).isEqualTo(ClosedBy.GARBAGE_COLLECTION);
    assertThat(site().closedByCollector()).isEqualTo(1);
    assertThat(text()).contains("we closed first, 1 by garbage collection");
    assertThat(markdown()).contains("(1 by garbage collection)");
    assertThat(Advice.of(TestReports.of(recording)))
        .singleElement()
        .asString()
        .contains("Device.fetch:4 had 1 connection that the program never closed");
  }

  @Test
  void shouldTellNothingOfClosersWhereAllClosedWhatTheyOpened() throws IOException {
    recording.connect(0, plain, device);
    recording.close(1, plain, device, 1, ClosedFirst.LOCAL);

    assertThat(site().closedBy()).isEmpty();
    assertThat(text()).doesNotContain("garbage");
  }

  @Test
  void shouldTellAtMostTwentyClosers() {
    for (int i = 0; i < 25; i++) {
      recording.connect(i, plain, device);
      recording.closeBy(
          i, plain, device, recording.stack(application("com.acme.Reaper", "run", i + 1)));
    }
    assertThat(site().closedBy()).hasSize(20);

    recording.connect(30, plain, device);
    recording.closeBy(
        30, plain, device, recording.stack(jdk("jdk.internal.ref.CleanerImpl", "run")));
    assertThat(site().closedBy()).hasSize(21);
    assertThat(site().closedByCollector()).isEqualTo(1);
  }

  @Test
  void shouldSayThatWorkWasNotFollowedOfConnectsAndNotOfCloses() {
    CallStack notTaken = new CallStack(List.of());
    int uncertain = recording.stack(new CallStack(List.of(CLOSE, OKHTTP), notTaken));
    recording.connect(0, plain, device).closeBy(1, plain, device, uncertain);
    assertThat(TestReports.of(recording).run().degraded()).isEmpty();

    recording.connect(2, uncertain, device);
    assertThat(TestReports.of(recording).run().degraded()).hasSize(1);
  }

  @Test
  void shouldTellClosersThatCouldNotBeReadAsUnknown() {
    recording.connect(0, plain, device).closeBy(1, plain, device, 77);

    assertThat(site().closedBy())
        .containsExactly(new ClosedBy("(unknown)", "jdk", null, "stack", null, 1));
  }

  private Site site() {
    return TestReports.of(recording).sites().get(0);
  }

  private String text() throws IOException {
    StringBuilder text = new StringBuilder();
    TextReportWriter.write(TestReports.of(recording), text);
    return text.toString();
  }

  private String markdown() throws IOException {
    Outcome outcome = Outcome.of(TestReports.of(recording), new SourceTree(Path.of("none"), null));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    MarkdownWriter.write(outcome, text);
    return text.toString(StandardCharsets.UTF_8);
  }
}
