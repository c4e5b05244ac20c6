package dev.churnagent.report;

import dev.churnagent.analysis.RecordingSource;
import dev.churnagent.journal.JournalReader;
import dev.churnagent.model.RecordingHandler;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A journal file as a source. The reader itself tells of damage: torn records are normal where the
 * JVM was killed; after an orderly end they degrade the run.
 */
final class JournalSource implements RecordingSource {
  private final Path journal;

  JournalSource(Path journal) {
    this.journal = journal;
  }

  @Override
  public void read(RecordingHandler handler) throws IOException {
    JournalReader.read(journal, handler);
  }
}
