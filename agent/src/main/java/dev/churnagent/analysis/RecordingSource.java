package dev.churnagent.analysis;

import dev.churnagent.model.RecordingHandler;
import java.io.IOException;

/**
 * One recording that can be read from front to back, more than once, such as a journal. With
 * several sources {@code read} is called on a thread of its own; different sources are read at the
 * same time.
 */
@FunctionalInterface
public interface RecordingSource {
  /**
   * Hands the whole recording to a handler. An exception that the handler throws ends the reading.
   *
   * @throws IOException if the recording can't be read, with one line that names it
   */
  void read(RecordingHandler handler) throws IOException;
}
