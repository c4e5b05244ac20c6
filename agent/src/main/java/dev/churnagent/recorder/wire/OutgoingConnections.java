package dev.churnagent.recorder.wire;

import java.io.FileDescriptor;

/** Knows which descriptors are connections that this process opened. */
public interface OutgoingConnections {
  /**
   * What is known of this connection's bytes, made if there is nothing yet.
   *
   * @param fd may be null or closed
   * @return null if it is no connection, or one that was accepted
   */
  WireConnection wireOf(FileDescriptor fd);
}
