package dev.churnagent.model;

import java.util.List;

/**
 * A whole recorded stack, innermost frame first, without the agent's own frames. JDK and library
 * frames are kept: what counts as application is decided by the analysis.
 *
 * @param frames never null; empty if the stack could not be taken
 * @param handedOverBy the stack that gave this thread its work, or null if nothing is known of one;
 *     may have such a stack itself
 */
public record CallStack(List<Frame> frames, CallStack handedOverBy) {
  /** Keeps an unmodifiable copy. */
  public CallStack {
    frames = List.copyOf(frames);
  }

  /** A stack whose thread did work of its own. */
  public CallStack(List<Frame> frames) {
    this(frames, null);
  }
}
