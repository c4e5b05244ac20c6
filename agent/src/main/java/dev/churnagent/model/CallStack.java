package dev.churnagent.model;

import java.util.List;

/**
 * A whole recorded stack, innermost frame first, without the agent's own frames. JDK and library
 * frames are kept: what counts as application is decided by the analysis.
 *
 * @param frames never null; empty if the stack could not be taken
 */
public record CallStack(List<Frame> frames) {
  /** Keeps an unmodifiable copy. */
  public CallStack {
    frames = List.copyOf(frames);
  }
}
