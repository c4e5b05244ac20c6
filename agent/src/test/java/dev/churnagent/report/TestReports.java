package dev.churnagent.report;

import static dev.churnagent.analysis.TestRecording.DEVICE;

import dev.churnagent.analysis.TestRecording;
import dev.churnagent.config.Limit;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.FailureKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** Reports made up by tests. */
public final class TestReports {
  private TestReports() {}

  /** A limit on every site, without patterns. */
  public static Limit limit(Limit.Kind kind, double allowed) {
    Duration window = kind == Limit.Kind.MAX_RATE ? Duration.ofSeconds(1) : null;
    return new Limit(kind.key() + ": " + (long) allowed, kind, null, null, allowed, window);
  }

  /** The report on a recording. */
  public static Report of(TestRecording recording, Limit... limits) {
    try {
      return ReportBuilder.buildFrom(List.of(recording), List.of(), List.of(limits));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** 30 short connections of one site and every kind of failure of another. */
  public static TestRecording churn() {
    TestRecording recording = TestRecording.run();
    int a = recording.site("StepA");
    int b = recording.site("StepB");
    int device = recording.endpoint(DEVICE, "device.local");
    for (int i = 0; i < 30; i++) {
      recording.connect(i * 10, a, device);
      recording.close(i * 10 + 2.5, a, device, 2.5, ClosedFirst.LOCAL);
    }
    for (FailureKind kind : FailureKind.values()) {
      recording.fail(1, b, device, kind);
    }
    return recording.abandon(2, b, device);
  }
}
