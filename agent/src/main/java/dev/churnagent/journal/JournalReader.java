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
import java.util.Arrays;

/** Reads a journal from front to back in constant memory. */
public final class JournalReader {
  private static final byte[] ZEROS = new byte[JournalLayout.SEGMENT_LENGTH];

  private final RecordDecoder decoder;

  /** Null if nobody asks. */
  private final SegmentListener listener;

  private final ByteBuffer segment =
      ByteBuffer.allocate(JournalLayout.SEGMENT_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
  private long tornBytes;

  private JournalReader(RecordDecoder decoder, SegmentListener listener) {
    this.decoder = decoder;
    this.listener = listener;
  }

  /**
   * Hands every whole record to {@code handler}; torn ones are skipped and counted.
   *
   * @return how many bytes of records were torn (0 after an orderly end)
   * @throws JournalFormatException if the file is no journal, or of another version
   * @throws IOException if the file can't be read
   */
  public static long read(Path journal, RecordingHandler handler) throws IOException {
    return read(journal, handler, null);
  }

  /**
   * The same, telling how far it has come.
   *
   * @param listener null: nobody asks
   */
  public static long read(Path journal, RecordingHandler handler, SegmentListener listener)
      throws IOException {
    if (!Files.exists(journal)) {
      throw new NoSuchFileException(journal.toString());
    }
    // Not a channel: a reader thread's interrupt status must not close the file under it.
    try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "r")) {
      JournalHeader header = JournalHeader.read(journal, file);
      RecordDecoder decoder = new RecordDecoder(journal, header, handler);
      return new JournalReader(decoder, listener).readAll(file);
    }
  }

  private long readAll(RandomAccessFile file) throws IOException {
    long length = file.length();
    for (long base = 0; base < length; base += JournalLayout.SEGMENT_LENGTH) {
      int available = (int) Math.min(JournalLayout.SEGMENT_LENGTH, length - base);
      file.seek(base);
      file.readFully(segment.array(), 0, available);
      readSegment(base, base == 0 ? JournalLayout.HEADER_LENGTH : 0, available);
      if (listener != null) {
        listener.segmentRead(available);
      }
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
        int next = skipEmpty(at, to);
        tornBytes += next > at ? 0 : SLOT_LENGTH;
        at = next > at ? next : at + SLOT_LENGTH;
      }
    }
    if (to < JournalLayout.SEGMENT_LENGTH) {
      tornBytes += to - at;
    }
  }

  /**
   * The first slot from {@code at} on that is not all zeros, or where the next would begin after
   * {@code to}. Journals are mostly free room, and trying each slot of it takes a cold JVM long.
   */
  private int skipEmpty(int at, int to) {
    int different = Arrays.mismatch(segment.array(), at, to, ZEROS, 0, to - at);
    int end = different < 0 ? to : at + different;
    return at + (end - at) / SLOT_LENGTH * SLOT_LENGTH;
  }
}
