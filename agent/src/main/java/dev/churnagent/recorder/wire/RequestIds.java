package dev.churnagent.recorder.wire;

import dev.churnagent.model.RequestKey;

/** Numbers requests; a new one is written to the journal before its number is returned. */
public interface RequestIds {
  /** The number of the request with this key. */
  int idOf(RequestKey key);

  /** Whether this number stands for several requests, because there were too many. */
  default boolean isShared(int id) {
    return false;
  }
}
