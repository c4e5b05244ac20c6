package dev.churnagent.journal;

import static dev.churnagent.journal.JournalLayout.SLOT_LENGTH;

import dev.churnagent.model.RecordingHandler;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a journal from front to back in constant memory. */
public final class JournalReader {
  private final RecordDecoder decoder;
  private final ByteBuffer segment =
      ByteBuffer.allocate(JournalLayout.SEGMENT_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
  private long tornBytes;

  private JournalReader(RecordDecoder decoder) {
    this.decoder = decoder;
  }

  /**
   * Hands every whole record to {@code handler}; torn ones are skipped and counted.
   *
   * @return how many bytes of records were torn (0 after an orderly end)
   * @throws JournalFormatException if the file is no journal, or of another version
   * @throws IOException if the file can't be read
   */
  public static long read(Path journal, RecordingHandler handler) throws IOException {
    if (!Files.exists(journal)) {
      throw new NoSuchFileException(journal.toString());
    }
    // Not a channel: a reader thread's interrupt status must not close the file under it.
    try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "r")) {
      JournalHeader header = JournalHeader.read(journal, file);
      RecordDecoder decoder = new RecordDecoder(journal, header, handler);
      return new JournalReader(decoder).readAll(file);
    }
  }

  private long readAll(RandomAccessFile file) throws IOException {
    long length = file.length();
    for (long base = 0; base < length; base += JournalLayout.SEGMENT_LENGTH) {
      int available = (int) Math.min(JournalLayout.SEGMENT_LENGTH, length - base);
      file.seek(base);
      file.readFully(segment.array(), 0, available);
      readSegment(base, base == 0 ? JournalLayout.HEADER_LENGTH : 0, available);
    }
    decoder.end(tornBytes, length);
    return tornBytes;
  }

  private void readSegment(long base, int from, int to) throws IOException {
    int at = from;
    while (at + SLOT_LENGTH <= to) {
      int slots = decoder.decode(segment, at, to, base + at);
      if (slots > 0) {
        at += slots * SLOT_LENGTH;
      } else {
        // A hole that a killed thread left, or free room. Records start at slots, so the next one
        // is found by its checksum.
        tornBytes += isEmpty(at) ? 0 : SLOT_LENGTH;
        at += SLOT_LENGTH;
      }
    }
    if (to < JournalLayout.SEGMENT_LENGTH) {
      tornBytes += to - at;
    }
  }

  private boolean isEmpty(int at) {
    return (segment.getLong(at)
            | segment.getLong(at + 8)
            | segment.getLong(at + 16)
            | segment.getLong(at + 24))
        == 0;
  }
}
