package dev.churnagent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the list {@code ignore} of a configuration file: accepted repeats, each with a reason. */
final class IgnoreSection {
  private static final List<String> KEYS = List.of("request", "root", "reason");
  private static final String SHAPE = "request, reason and, if you like, root";

  private final YamlNodes nodes;

  IgnoreSection(YamlNodes nodes) {
    this.nodes = nodes;
  }

  /**
   * Reads the list.
   *
   * @throws ConfigurationException at the first mistake
   */
  List<Ignore> read(YamlNodes.Entry section) throws ConfigurationException {
    if (!(section.value() instanceof SequenceNode)) {
      throw new GivenValue(section.where(), YamlNodes.shown(section.value()))
          .refused("is not a list", "a list of maps, each with " + SHAPE);
    }
    List<Ignore> ignores = new ArrayList<>();
    for (Node entry : ((SequenceNode) section.value()).getValue()) {
      ignores.add(ignore(entry, "ignore[" + ignores.size() + "]"));
    }
    return Collections.unmodifiableList(ignores);
  }

  private Ignore ignore(Node node, String name) throws ConfigurationException {
    String where = nodes.position(node.getStartMark()) + ": " + name;
    if (!(node instanceof MappingNode)) {
      throw new GivenValue(where, YamlNodes.shown(node))
          .refused("is not an entry", "a map with " + SHAPE);
    }
    RequestPattern request = null;
    ClassPattern root = null;
    String reason = null;
    List<YamlNodes.Entry> entries = nodes.entries((MappingNode) node, name + ".");
    for (YamlNodes.Entry entry : entries) {
      switch (entry.key()) {
        case "request" ->
            request = RequestPattern.parse(entry.where(), text(entry, "a request's pattern"));
        case "root" -> root = ClassPattern.parse(entry.where(), text(entry, "a pattern"));
        case "reason" -> reason = reason(entry);
        default -> throw unknown(entry);
      }
    }
    if (request == null || reason == null) {
      throw new GivenValue(where, YamlNodes.shown(entries))
          .refused(request == null ? "names no request" : "gives no reason", "a map with " + SHAPE);
    }
    return new Ignore(request, root, reason);
  }

  private static String reason(YamlNodes.Entry entry) throws ConfigurationException {
    String allowed = "a few words that say why these repeats are accepted";
    String reason = text(entry, allowed).trim();
    if (reason.isEmpty()) {
      throw new GivenValue(entry.where(), reason).refused("is empty", allowed);
    }
    return reason;
  }

  private static ConfigurationException unknown(YamlNodes.Entry entry) {
    String item = entry.key() + ": " + YamlNodes.shown(entry.value());
    return new ConfigurationException(
        UnknownKey.message(entry.where(), "key", entry.key(), item, KEYS));
  }

  private static String text(YamlNodes.Entry entry, String allowed) throws ConfigurationException {
    return YamlNodes.text(entry.where(), entry.value(), allowed);
  }
}
