package dev.churnagent.analysis;

import dev.churnagent.model.RecordingHandler;
import dev.churnagent.model.RunInfo;
import java.io.IOException;

/** When a recording began, so that recordings can be opened in that order. */
final class RunStart implements Comparable<RunStart> {
  private final RecordingSource source;
  private final long atNanos;

  private RunStart(RecordingSource source, long atNanos) {
    this.source = source;
    this.atNanos = atNanos;
  }

  /** Reads no further than the first record. */
  static RunStart of(RecordingSource source) throws IOException {
    FirstRecord first = new FirstRecord();
    try {
      source.read(first);
    } catch (IOException | RuntimeException e) {
      if (first.info == null) {
        throw e;
      }
    }
    if (first.info == null) {
      throw new IOException("a recording holds no run");
    }
    return new RunStart(source, RecordedRun.epochNanos(first.info));
  }

  RecordingSource source() {
    return source;
  }

  /** Nanoseconds since the epoch. */
  long atNanos() {
    return atNanos;
  }

  @Override
  public int compareTo(RunStart other) {
    return Long.compare(atNanos, other.atNanos);
  }

  /** Keeps the start of the run and ends the reading. */
  private static final class FirstRecord implements RecordingHandler {
    private RunInfo info;

    @Override
    public void runStarted(RunInfo run) {
      info = run;
      throw new ReadingCancelledException();
    }
  }
}
