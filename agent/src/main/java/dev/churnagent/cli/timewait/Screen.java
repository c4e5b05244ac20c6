package dev.churnagent.cli.timewait;

import java.io.IOException;
import java.io.PrintStream;

/** Where summaries are shown: on a terminal each takes the last one's place. */
public final class Screen {
  private static final String HOME_AND_CLEAR = "\033[H\033[2J";

  private final PrintStream out;
  private final boolean json;
  private final boolean redraw;
  private boolean first = true;

  /**
   * Creates one.
   *
   * @param json one line of JSON for each summary
   * @param redraw whether a summary takes the last one's place
   */
  public Screen(PrintStream out, boolean json, boolean redraw) {
    this.out = out;
    this.json = json;
    this.redraw = redraw && !json;
  }

  /**
   * Shows what the watch saw last.
   *
   * @param top at most so many endpoints
   * @return false if nobody reads any more
   */
  public boolean show(MachineWatch watch, int top) throws IOException {
    Summary summary = watch.summary(top);
    if (redraw) {
      out.print(HOME_AND_CLEAR);
    } else if (!first && !json) {
      out.println();
    }
    first = false;
    if (json) {
      JsonView.print(summary, out);
    } else {
      TextView.print(summary, out);
    }
    out.flush();
    return !out.checkError();
  }
}
