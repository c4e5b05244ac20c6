package dev.churnagent.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** Maps a piece of a file into memory, for reading and writing. */
public interface SegmentMapper {
  /** By a {@code MappedByteBuffer}: works on every JDK. */
  SegmentMapper BUFFERS = new BufferMapper();

  /**
   * Maps it.
   *
   * @return an object that keeps it mapped for as long as somebody refers to it
   */
  Object map(FileChannel file, long offset, long length) throws IOException;

  /** Where it is in memory; {@code mapping} is what {@link #map} returned. */
  long address(Object mapping);
}
