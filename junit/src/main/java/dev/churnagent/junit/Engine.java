package dev.churnagent.junit;

import java.util.Map;

/** Who measures: the agent, or in our own tests a fake. The protocol is the agent's. */
interface Engine {
  /**
   * Begins on this thread.
   *
   * @return the token for {@link #end}
   */
  Object begin(Map<String, Object> options);

  /** Ends it and gives its figures. */
  Map<String, Object> end(Object token);
}
