package dev.churnagent.analysis;

import dev.churnagent.model.CallStack;
import dev.churnagent.model.Frame;
import java.util.List;

/**
 * The frames of a stack that belong to its thread's present work.
 *
 * <p>Some queues are drained by whichever thread comes by, perhaps in the middle of its own
 * request: beyond the method that drains, the frames are that request's, and the work is that of
 * whoever put it in the queue.
 */
final class OwnFrames {
  /** Class and method in turns. The class's package may have been put into another one. */
  private static final String[] DRAINING = {
    "reactor.pool.SimpleDequePool", "drainLoop",
    "io.vertx.core.internal.pool.CombinerExecutor", "submit",
    "io.vertx.core.net.impl.pool.CombinerExecutor", "submit",
    "io.grpc.SynchronizationContext", "drain",
  };

  private OwnFrames() {}

  /** Innermost first; all of them where nothing is known of whose work it is. */
  static List<Frame> of(CallStack stack) {
    List<Frame> frames = stack.frames();
    for (int i = 0; stack.handedOverBy() != null && i < frames.size(); i++) {
      if (drains(frames.get(i))) {
        return frames.subList(0, i + 1);
      }
    }
    return frames;
  }

  private static boolean drains(Frame frame) {
    for (int i = 0; i < DRAINING.length; i += 2) {
      if (frame.method().equals(DRAINING[i + 1])
          && frame.origin().className().endsWith(DRAINING[i])) {
        return true;
      }
    }
    return false;
  }
}
