package dev.churnagent.analysis;

import dev.churnagent.model.CallStack;
import dev.churnagent.model.Frame;
import java.util.List;

/**
 * The frames of a stack that belong to its thread's present work.
 *
 * <p>A pool's queue is drained by whichever thread comes by, perhaps in the middle of its own
 * request: beyond the method that drains, the frames are that request's, and the work is that of
 * whoever put it in the queue.
 */
final class OwnFrames {
  private static final String DRAINING_CLASS = "reactor.pool.SimpleDequePool";
  private static final String DRAINING_METHOD = "drainLoop";

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

  /** Also where the class was copied to another package. */
  private static boolean drains(Frame frame) {
    return frame.method().equals(DRAINING_METHOD)
        && frame.origin().className().endsWith(DRAINING_CLASS);
  }
}
