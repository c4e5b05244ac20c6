package dev.churnagent.benchmarks.soak;

import dev.churnagent.benchmarks.harness.Fork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One run of the client, and all it printed. */
final class SoakRun {
  private final Path folder;
  private final List<Sample> samples = new ArrayList<>();
  private Map<String, Double> values = Map.of();

  /**
   * Creates it.
   *
   * @param folder its working directory
   */
  SoakRun(Path folder) {
    this.folder = folder;
  }

  /** Runs it to its end; each sample goes to stderr at once, so that one sees it going on. */
  void client(Fork fork) throws IOException, InterruptedException {
    values = fork.run(folder, this::take);
  }

  private void take(String line) {
    Sample sample = Sample.parse(line);
    if (sample != null) {
      samples.add(sample);
      System.err.println(SoakTables.progress(sample));
    }
  }

  List<Sample> samples() {
    return samples;
  }

  /** The client's counts. */
  Map<String, Double> values() {
    return values;
  }
}
