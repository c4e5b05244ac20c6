package dev.churnagent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the {@code limits} of a configuration file, the contract's section 4. */
final class LimitsSection {
  private static final List<String> KEYS = keys();
  private static final String KINDS = "one of " + String.join(", ", Limit.Kind.keys());

  private final YamlNodes nodes;

  LimitsSection(YamlNodes nodes) {
    this.nodes = nodes;
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>(LimitEntry.SELECTORS);
    keys.addAll(Limit.Kind.keys());
    return keys;
  }

  /**
   * Reads the list.
   *
   * @throws ConfigurationException at the first mistake
   */
  List<Limit> read(YamlNodes.Entry section) throws ConfigurationException {
    if (!(section.value() instanceof SequenceNode)) {
      throw new GivenValue(section.where(), YamlNodes.shown(section.value()))
          .refused("is not a list", "a list of maps, each with " + KINDS);
    }
    List<Limit> limits = new ArrayList<>();
    for (Node entry : ((SequenceNode) section.value()).getValue()) {
      limits.add(limit(entry, "limits[" + limits.size() + "]"));
    }
    return Collections.unmodifiableList(limits);
  }

  private Limit limit(Node node, String name) throws ConfigurationException {
    String where = nodes.position(node.getStartMark()) + ": " + name;
    if (!(node instanceof MappingNode)) {
      throw new GivenValue(where, YamlNodes.shown(node))
          .refused("is not a limit", "a map with " + KINDS);
    }
    List<YamlNodes.Entry> entries = nodes.entries((MappingNode) node, name + ".");
    requireKnown(entries);
    LimitEntry limit = new LimitEntry();
    YamlNodes.Entry kind = null;
    for (YamlNodes.Entry entry : entries) {
      if (LimitEntry.SELECTORS.contains(entry.key())) {
        limit.select(entry);
      } else if (kind == null) {
        kind = entry;
      } else {
        throw new GivenValue(entry.where(), YamlNodes.shown(entry.value()))
            .refused("is a second kind beside " + kind.key(), KINDS + " in each entry of the list");
      }
    }
    if (kind == null) {
      throw new GivenValue(where, YamlNodes.shown(entries)).refused("limits nothing", KINDS);
    }
    return limit.of(kind);
  }

  private static void requireKnown(List<YamlNodes.Entry> entries) throws ConfigurationException {
    for (YamlNodes.Entry entry : entries) {
      if (!KEYS.contains(entry.key())) {
        String item = entry.key() + ": " + YamlNodes.shown(entry.value());
        throw new ConfigurationException(
            UnknownKey.message(entry.where(), "key", entry.key(), item, KEYS));
      }
    }
  }
}
