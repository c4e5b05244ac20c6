package dev.churnagent.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * What stands in a configuration file. The file is composed to nodes, not constructed to objects:
 * nodes know their line and column, and no value can make the parser do anything.
 *
 * @param values the options
 * @param limits the limits, in the file's order
 * @param ignores accepted repeats, in the file's order
 * @param profiles what is said of the ports of systems, each once
 */
record ConfigurationFile(
    Layer values, List<Limit> limits, List<Ignore> ignores, List<MachineProfile> profiles) {
  private static final String LIMITS = "limits";
  private static final String IGNORE = "ignore";
  private static final String PROFILES = "profiles";

  /** What stands in files only. */
  static final List<String> SECTIONS = List.of(LIMITS, IGNORE, PROFILES);

  /**
   * Reads a file.
   *
   * @param option what named the file, for a message about the file itself
   * @param shown what the user calls it
   * @throws ConfigurationException if it can't be read, is malformed or has a mistake
   */
  static ConfigurationFile read(Path path, String option, String shown)
      throws ConfigurationException {
    YamlNodes nodes = new YamlNodes(shown);
    Layer values = new Layer();
    List<Limit> limits = List.of();
    List<Ignore> ignores = List.of();
    List<MachineProfile> profiles = List.of();
    Node root = YamlReader.compose(path, option, shown, nodes);
    if (root == null || YamlNodes.isNull(root)) {
      return new ConfigurationFile(values, limits, ignores, profiles);
    }
    if (!(root instanceof MappingNode)) {
      throw new ConfigurationException(
          nodes.position(root.getStartMark())
              + ": '"
              + YamlNodes.shown(root)
              + "' is not a map of options; allowed are the keys "
              + String.join(", ", keys()));
    }
    for (YamlNodes.Entry entry : nodes.entries((MappingNode) root, "")) {
      if (entry.key().equals(LIMITS)) {
        limits = new LimitsSection(nodes).read(entry);
      } else if (entry.key().equals(IGNORE)) {
        ignores = new IgnoreSection(nodes).read(entry);
      } else if (entry.key().equals(PROFILES)) {
        profiles = new ProfilesSection(nodes).read(entry);
      } else {
        putOption(values, entry, nodes);
      }
    }
    return new ConfigurationFile(values, limits, ignores, profiles);
  }

  private static void putOption(Layer values, YamlNodes.Entry entry, YamlNodes nodes)
      throws ConfigurationException {
    Option option = Option.ofKey(entry.key());
    if (option == null || option == Option.CONFIG) {
      throw refused(entry);
    }
    if (!option.isList() || !(entry.value() instanceof SequenceNode)) {
      String text = YamlNodes.text(entry.where(), entry.value(), option.allowed());
      values.put(option, entry.where(), text);
      return;
    }
    List<GivenValue> elements = new ArrayList<>();
    for (Node element : ((SequenceNode) entry.value()).getValue()) {
      String where = nodes.position(element.getStartMark()) + ": " + entry.key();
      elements.add(new GivenValue(where, YamlNodes.text(where, element, option.allowed()).trim()));
    }
    values.put(option, elements);
  }

  private static ConfigurationException refused(YamlNodes.Entry entry) {
    String shown = YamlNodes.shown(entry.value());
    return switch (entry.key()) {
      case "config" ->
          new ConfigurationException(
              entry.where()
                  + ": '"
                  + shown
                  + "' can't stand in a configuration file; allowed are the keys "
                  + String.join(", ", keys()));
      default ->
          new ConfigurationException(
              UnknownKey.message(
                  entry.where(), "option", entry.key(), entry.key() + ": " + shown, keys()));
    };
  }

  private static List<String> keys() {
    List<String> keys = Option.keys();
    keys.remove(Option.CONFIG.key());
    keys.addAll(SECTIONS);
    return keys;
  }
}
