package dev.churnagent.benchmarks.soak;

import dev.churnagent.benchmarks.harness.Table;
import java.util.List;
import java.util.Locale;

/** Samples as text. */
final class SoakTables {
  private static final double MEGABYTE = 1024.0 * 1024;

  private SoakTables() {}

  static Table samples(List<Sample> samples) {
    Table table =
        new Table(
            "s",
            "connections",
            "heap, MB",
            "threads",
            "classes",
            "metaspace, MB",
            "buffers, MB",
            "journal, MB",
            "resident, MB",
            "of it anonymous, MB",
            "mappings",
            "files",
            "TIME_WAIT",
            "CPU, s");
    for (Sample sample : samples) {
      table.row(
          sample.millis() / 1000,
          sample.connections(),
          String.format(Locale.ROOT, "%.3f", sample.heapBytes() / MEGABYTE),
          sample.threads(),
          sample.classes(),
          megabytes(sample.metaspaceBytes()),
          megabytes(sample.bufferBytes()),
          megabytes(sample.journalBytes()),
          megabytes(sample.residentBytes()),
          megabytes(sample.anonymousBytes()),
          sample.mappings(),
          sample.files(),
          sample.timeWait(),
          String.format(Locale.ROOT, "%.1f", sample.cpuMillis() / 1000.0));
    }
    return table;
  }

  static String progress(Sample sample) {
    return String.format(
        Locale.ROOT,
        "%5d s: %d connections, heap %.3f MB, %d threads, journal %s MB",
        sample.millis() / 1000,
        sample.connections(),
        sample.heapBytes() / MEGABYTE,
        sample.threads(),
        megabytes(sample.journalBytes()));
  }

  private static String megabytes(long bytes) {
    return bytes < 0 ? "" : String.format(Locale.ROOT, "%.1f", bytes / MEGABYTE);
  }
}
