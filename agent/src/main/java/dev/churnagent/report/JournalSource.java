package dev.churnagent.report;

import dev.churnagent.analysis.RecordingSource;
import dev.churnagent.journal.JournalReader;
import dev.churnagent.journal.SegmentListener;
import dev.churnagent.model.RecordingHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A journal file as a source. The reader itself tells of damage: torn records are normal where the
 * JVM was killed; after an orderly end they degrade the run.
 */
final class JournalSource implements RecordingSource {
  private final Path journal;
  private final SegmentListener listener;

  private JournalSource(Path journal, SegmentListener listener) {
    this.journal = journal;
    this.listener = listener;
  }

  /**
   * A source for each.
   *
   * @param listener is told of every reading; null: nobody asks
   */
  static List<RecordingSource> of(List<Path> journals, SegmentListener listener) {
    List<RecordingSource> sources = new ArrayList<>(journals.size());
    for (Path journal : journals) {
      sources.add(new JournalSource(journal, listener));
    }
    return sources;
  }

  @Override
  public void read(RecordingHandler handler) throws IOException {
    JournalReader.read(journal, handler, listener);
  }
}
