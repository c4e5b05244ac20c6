package dev.churnagent.report;

import static dev.churnagent.analysis.TestRecording.DEVICE;

import dev.churnagent.analysis.TestRecording;
import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.Settings;
import dev.churnagent.model.ClosedFirst;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A run that takes ports, and the configurations it is judged by. */
public final class PortRuns {
  private PortRuns() {}

  /** 100 connections of StepA and 20 of StepB, one each 100 ms, open for 10 ms, closed by us. */
  public static TestRecording churn() {
    return churn("run");
  }

  /** The same with that name. */
  static TestRecording churn(String id) {
    TestRecording recording = TestRecording.run(id, TestRecording.START).endsAt(20_000);
    int a = recording.site("StepA");
    int b = recording.site("StepB");
    int device = recording.endpoint(DEVICE);
    for (int i = 0; i < 120; i++) {
      int site = i < 100 ? a : b;
      recording.connect(1_000 + i * 100, site, device);
      recording.close(1_010 + i * 100, site, device, 10, ClosedFirst.LOCAL);
    }
    return recording;
  }

  /** The settings of a {@code churn.yaml} with that text. */
  public static Settings settings(Path directory, String yaml) throws ConfigurationException {
    try {
      Files.writeString(directory.resolve("churn.yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Settings.load(null, Map.of(), directory);
  }
}
