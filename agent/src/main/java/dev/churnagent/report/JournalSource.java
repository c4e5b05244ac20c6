package dev.churnagent.report;

import dev.churnagent.analysis.RecordingSource;
import dev.churnagent.journal.JournalReader;
import dev.churnagent.model.RecordingHandler;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A journal file as a source. Torn records are normal where the JVM was killed; after an orderly
 * end they mean a damaged file, so the run is degraded.
 */
final class JournalSource implements RecordingSource {
  private final Path journal;

  JournalSource(Path journal) {
    this.journal = journal;
  }

  @Override
  public void read(RecordingHandler handler) throws IOException {
    EndHeldBack held = new EndHeldBack(handler);
    long tornBytes = JournalReader.read(journal, held);
    held.release(tornBytes);
  }
}
