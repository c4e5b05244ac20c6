package dev.churnagent.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.churnagent.report.Report.StackCount;
import dev.churnagent.report.json.StackFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All stacks of a report as one tree, which begins with the outermost callers: they share most of
 * their frames, so a page with 10,000 call sites stays small, and the tree is what its flame graph
 * draws. A stack is written as its count and its innermost frame's node.
 */
final class StackTree implements StackFormat {
  private final Map<String, Integer> frameIds = new HashMap<>();
  private final List<String> frames = new ArrayList<>();
  private final Map<Long, Integer> nodeIds = new HashMap<>();

  /** For each node its parent and frame; node 0 is the root, which has neither. */
  private final List<Long> nodes = new ArrayList<>();

  StackTree() {
    nodes.add(0L);
  }

  @Override
  public void write(List<StackCount> stacks, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (StackCount stack : stacks) {
      json.writeStartObject();
      json.writeNumberField("connections", stack.connections());
      json.writeNumberField("node", add(stack.frames()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * Adds a stack.
   *
   * @param stack innermost frame first
   * @return the node of its innermost frame; 0 for an empty stack
   */
  int add(List<String> stack) {
    int node = 0;
    for (int i = stack.size() - 1; i >= 0; i--) {
      node = child(node, frame(stack.get(i)));
    }
    return node;
  }

  private int frame(String text) {
    Integer known = frameIds.get(text);
    if (known != null) {
      return known;
    }
    frames.add(text);
    frameIds.put(text, frames.size() - 1);
    return frames.size() - 1;
  }

  private int child(int parent, int frame) {
    Long key = (long) parent << 32 | frame;
    Integer known = nodeIds.get(key);
    if (known != null) {
      return known;
    }
    nodes.add(key);
    nodeIds.put(key, nodes.size() - 1);
    return nodes.size() - 1;
  }

  /** Writes the tree: {@code {"frames": [...], "parent": [...], "frame": [...]}}. */
  void writeTree(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("frames");
    for (String frame : frames) {
      json.writeString(frame);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("parent");
    for (Long node : nodes) {
      json.writeNumber(node >>> 32);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("frame");
    for (Long node : nodes) {
      json.writeNumber((int) (long) node);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
