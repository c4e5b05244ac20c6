package dev.churnagent.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.churnagent.report.Report.StackCount;
import java.io.IOException;
import java.util.List;

/** Stacks as the contract has them: each with all its frames. */
final class WholeStacks implements StackFormat {
  @Override
  public void write(List<StackCount> stacks, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (StackCount stack : stacks) {
      json.writeStartObject();
      json.writeNumberField("connections", stack.connections());
      json.writeArrayFieldStart("frames");
      for (String frame : stack.frames()) {
        json.writeString(frame);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
