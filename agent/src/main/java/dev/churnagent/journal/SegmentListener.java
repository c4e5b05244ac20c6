package dev.churnagent.journal;

/**
 * Is told how far the reading of a journal has come. Several journals are read on threads of their
 * own, which then call it at the same time. What it throws ends the reading.
 */
public interface SegmentListener {
  /**
   * One segment was read.
   *
   * @param bytes its length, above 0; over the whole journal they add up to the file's length
   */
  void segmentRead(int bytes);
}
