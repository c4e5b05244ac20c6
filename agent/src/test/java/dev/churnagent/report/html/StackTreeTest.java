package dev.churnagent.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.churnagent.report.Report.StackCount;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StackTreeTest {
  private final StackTree tree = new StackTree();

  @Test
  void shouldShareTheOuterFrames() throws IOException {
    int one = tree.add(List.of("c", "b", "main"));
    int other = tree.add(List.of("d", "b", "main"));

    assertThat(tree.add(List.of("c", "b", "main"))).isEqualTo(one).isNotEqualTo(other);
    JsonNode json = tree();
    assertThat(json.path("frames")).hasToString("[\"main\",\"b\",\"c\",\"d\"]");
    assertThat(json.path("parent")).hasToString("[0,0,1,2,2]");
    assertThat(json.path("frame")).hasToString("[0,0,1,2,3]");
  }

  @Test
  void shouldTellTheSameFrameBelowOthersApart() throws IOException {
    int recursive = tree.add(List.of("a", "a", "a"));

    assertThat(recursive).isEqualTo(3);
    assertThat(tree.add(List.of("a"))).isEqualTo(1);
    assertThat(tree().path("frames")).hasSize(1);
    assertThat(tree.add(List.of())).isZero();
  }

  @Test
  void shouldGiveEveryStackBack() throws IOException {
    Random random = new Random(42);
    List<StackCount> stacks = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      List<String> frames = new ArrayList<>();
      for (int depth = random.nextInt(30); depth > 0; depth--) {
        frames.add("m" + random.nextInt(4));
      }
      stacks.add(new StackCount(i, frames));
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      tree.write(stacks, json);
    }
    JsonNode written = new ObjectMapper().readTree(text.toString());
    JsonNode json = tree();

    for (int i = 0; i < stacks.size(); i++) {
      assertThat(written.get(i).path("connections").asInt()).isEqualTo(i);
      int node = written.get(i).path("node").asInt();
      assertThat(frames(json, node)).isEqualTo(stacks.get(i).frames());
    }
  }

  private static List<String> frames(JsonNode json, int innermost) {
    List<String> frames = new ArrayList<>();
    for (int at = innermost; at > 0; at = json.path("parent").get(at).asInt()) {
      frames.add(json.path("frames").get(json.path("frame").get(at).asInt()).asText());
    }
    return frames;
  }

  private JsonNode tree() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      tree.writeTree(json);
    }
    return new ObjectMapper().readTree(text.toString());
  }
}
