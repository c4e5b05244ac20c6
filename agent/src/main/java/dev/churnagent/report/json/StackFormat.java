package dev.churnagent.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.churnagent.report.Report.StackCount;
import java.io.IOException;
import java.util.List;

/** How the stacks of a call site are written: whole, or in short for a view that unfolds them. */
public interface StackFormat {
  /**
   * Writes the value of a site's {@code stacks}: one array.
   *
   * @throws IOException if the generator's stream fails
   */
  void write(List<StackCount> stacks, JsonGenerator json) throws IOException;
}
