package dev.churnagent.journal;

import dev.churnagent.model.RecordingHandler;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a journal from front to back in constant memory. */
public final class JournalReader {
  private JournalReader() {}

  /**
   * Hands every whole record to {@code handler}; torn ones are skipped and counted.
   *
   * @return how many bytes of records were torn (0 after an orderly end)
   * @throws JournalFormatException if the file is no journal, or of another version
   * @throws IOException if the file can't be read
   */
  public static long read(Path journal, RecordingHandler handler) throws IOException {
    throw new UnsupportedOperationException("being written");
  }
}
