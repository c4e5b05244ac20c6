package dev.churnagent.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Looks into the nodes of one YAML file and says where in the file something stands. */
final class YamlNodes {
  /**
   * One entry of a map.
   *
   * @param where file, line and column of the key, then its name with {@code prefix}
   */
  record Entry(String key, String where, Node value) {}

  private final String file;

  YamlNodes(String file) {
    this.file = file;
  }

  /** File, line and column. */
  String position(Optional<Mark> mark) {
    if (mark.isEmpty()) {
      return file;
    }
    return file
        + ": line "
        + (mark.get().getLine() + 1)
        + ", column "
        + (mark.get().getColumn() + 1);
  }

  /**
   * The entries of a map.
   *
   * @param prefix what comes before the keys in messages, e.g. {@code limits[0].}
   * @throws ConfigurationException if a key is no plain text or stands twice
   */
  List<Entry> entries(MappingNode map, String prefix) throws ConfigurationException {
    List<Entry> entries = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (NodeTuple tuple : map.getValue()) {
      Node key = tuple.getKeyNode();
      String position = position(key.getStartMark());
      if (!(key instanceof ScalarNode)) {
        throw new ConfigurationException(position + ": a key is " + shown(key) + ", not a word");
      }
      String name = ((ScalarNode) key).getValue();
      String where = position + ": " + prefix + name;
      Node value = tuple.getValueNode();
      if (seen.contains(name)) {
        throw new ConfigurationException(
            where + ": given twice, the second time as '" + shown(value) + "'");
      }
      seen.add(name);
      entries.add(new Entry(name, where, value));
    }
    return entries;
  }

  /**
   * The text of a single value, whatever its YAML type.
   *
   * @param allowed what the value may be, for the message
   * @throws ConfigurationException if there is no value, or it is a list or a map
   */
  static String text(String where, Node value, String allowed) throws ConfigurationException {
    if (isNull(value)) {
      throw new ConfigurationException(where + ": has no value; allowed is " + allowed);
    }
    if (!(value instanceof ScalarNode)) {
      throw new ConfigurationException(
          where + ": '" + shown(value) + "' is not a single value; allowed is " + allowed);
    }
    return ((ScalarNode) value).getValue();
  }

  /** Whether nothing, or null, stands there. */
  static boolean isNull(Node node) {
    return Tag.NULL.equals(node.getTag());
  }

  /** The entries of a map for a message. */
  static String shown(List<Entry> entries) {
    List<String> shown = new ArrayList<>();
    for (Entry entry : entries) {
      shown.add(entry.key() + ": " + shown(entry.value()));
    }
    return String.join(", ", shown);
  }

  /** A value for a message. */
  static String shown(Node node) {
    if (node instanceof SequenceNode) {
      return "a list";
    }
    if (node instanceof MappingNode) {
      return "a map";
    }
    return node instanceof ScalarNode ? ((ScalarNode) node).getValue() : "something else";
  }
}
