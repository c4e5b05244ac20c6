package dev.churnagent.report;

import static dev.churnagent.analysis.TestRecording.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.Signature;
import dev.churnagent.analysis.TestRecording;
import dev.churnagent.model.ClosedFirst;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each signature with a case that has it and cases that nearly do. */
class SignatureTest {
  private TestRecording recording;
  private int site;
  private int device;

  SignatureTest() {
    restart();
  }

  private void restart() {
    recording = TestRecording.run();
    site = recording.site("StepA");
    device = recording.endpoint(DEVICE);
  }

  @Test
  void shouldTellManyShortConnectionsThatWeCloseFirst() {
    assertThat(ended(20, 5, ClosedFirst.LOCAL)).isEqualTo("close-first");

    assertThat(ended(19, 5, ClosedFirst.LOCAL)).as("few").isNull();
    assertThat(ended(30, 1_500, ClosedFirst.LOCAL)).as("long-lived").isNull();
    shortLived(9, 5, ClosedFirst.LOCAL);
    shortLived(11, 5, ClosedFirst.UNKNOWN);
    assertThat(signature()).as("less than half").isNull();
  }

  @Test
  void shouldTellConnectionsThatThePeerClosesFirst() {
    assertThat(ended(20, 5, ClosedFirst.PEER)).isEqualTo("peer-first");
    assertThat(ended(20, 5_000, ClosedFirst.PEER)).as("long-lived").isEqualTo("peer-first");

    assertThat(ended(19, 5, ClosedFirst.PEER)).as("few").isNull();
    shortLived(9, 5, ClosedFirst.PEER);
    shortLived(11, 5, ClosedFirst.LOCAL);
    assertThat(signature()).as("less than half").isEqualTo("close-first");
  }

  @Test
  void shouldTellConnectionsThatAreReset() {
    assertThat(ended(20, 5, ClosedFirst.RESET)).isEqualTo("reset");
    assertThat(ended(20, 5_000, ClosedFirst.RESET)).as("long-lived").isEqualTo("reset");

    assertThat(ended(19, 5, ClosedFirst.RESET)).as("few").isNull();
    shortLived(9, 5, ClosedFirst.RESET);
    shortLived(11, 5, ClosedFirst.PEER);
    assertThat(signature()).as("less than half").isEqualTo("peer-first");
  }

  @Test
  void shouldTellALeakByACountThatGrowsToTheEnd() {
    opened(50, 200);
    recording.endsAt(10_000);
    assertThat(signature()).isEqualTo("leak");

    opened(49, 200);
    recording.endsAt(10_000);
    assertThat(signature()).as("few").isNull();

    opened(50, 1);
    recording.endsAt(10_000);
    assertThat(signature()).as("all at the start, then no more").isEqualTo("hoard");

    opened(100, 80);
    for (int i = 0; i < 30; i++) {
      recording.close(8_000 + i, site, device, 2_000, ClosedFirst.LOCAL);
    }
    recording.endsAt(10_000);
    assertThat(signature()).as("it fell again").isEqualTo("hoard");

    opened(60, 100);
    for (int i = 0; i < 40; i++) {
      recording.close(8_000 + i, site, device, 2_000, ClosedFirst.LOCAL);
    }
    recording.endsAt(10_000);
    assertThat(signature()).as("most are closed").isNull();
  }

  @Test
  void shouldTellAHoardByManyThatAreOpenForLong() {
    held(50, 10_000);
    assertThat(signature()).isEqualTo("hoard");

    held(49, 10_000);
    assertThat(signature()).as("few").isNull();
    held(50, 9_000);
    assertThat(signature()).as("not for long").isNull();
  }

  @Test
  void shouldTellAPoolByItsRequests() {
    assertThat(requested(1, 10)).isEqualTo("pooled");

    assertThat(requested(1, 9)).as("few requests").isNull();
    assertThat(requested(2, 19)).as("for each of two").isNull();
    opened(50, 1);
    recording.endsAt(10_000);
    assertThat(requested(500)).as("a large pool").isEqualTo("pooled");
    shortLived(30, 5, ClosedFirst.LOCAL);
    assertThat(requested(500)).as("another may have made them").isEqualTo("close-first");
  }

  @Test
  void shouldTellAPoolByItsTimeWhereNoRequestsAreKnown() {
    opened(2, 1);
    recording.endsAt(60_500);
    assertThat(signature()).isEqualTo("pooled");
    opened(2, 1);
    recording.endsAt(60_500);
    assertThat(requested(6)).as("the requests are known").isNull();

    opened(2, 1);
    recording.endsAt(59_000);
    assertThat(signature()).as("not for long").isNull();
    for (int i = 0; i < 3; i++) {
      recording.connect(i * 90_000, site, device);
      recording.close((i + 1) * 90_000 - 1, site, device, 89_999, ClosedFirst.LOCAL);
    }
    recording.endsAt(300_000);
    assertThat(signature()).as("one after the other").isNull();
  }

  @Test
  void shouldHavePagesInTheDocumentation() {
    for (Signature signature : Signature.values()) {
      Path page = Path.of("../docs/findings/" + signature.word() + ".md");
      assertThat(page).exists().content().startsWith("# " + signature.word() + "\n");
    }
  }

  private String ended(int count, double millis, ClosedFirst closedFirst) {
    shortLived(count, millis, closedFirst);
    return signature();
  }

  private void shortLived(int count, double millis, ClosedFirst closedFirst) {
    for (int i = 0; i < count; i++) {
      recording.connect(i, site, device).close(i + millis, site, device, millis, closedFirst);
    }
  }

  private void opened(int count, int everyMillis) {
    for (int i = 0; i < count; i++) {
      recording.connect(i * everyMillis, site, device);
    }
  }

  private void held(int count, int millis) {
    for (int i = 0; i < count; i++) {
      recording.connect(i, site, device);
    }
    for (int i = 0; i < count; i++) {
      recording.close(i + millis, site, device, millis, ClosedFirst.LOCAL);
    }
    recording.endsAt(100_000);
  }

  /** The signature of what was recorded; then a new recording begins. */
  private String signature() {
    String found = TestReports.of(recording).sites().get(0).signature();
    restart();
    return found;
  }

  private String requested(int connections, int requests) {
    opened(connections, 1);
    return requested(requests);
  }

  private String requested(int requests) {
    var request = TestFetches.request("r", "GET http://" + DEVICE + "/x", "", requests, 0);
    Report report =
        TestFetches.report(recording, TestFetches.found(List.of(request), List.of()), List.of());
    restart();
    return report.sites().get(0).signature();
  }
}
