package dev.churnagent.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the {@code limits} of a configuration file, the contract's section 4. */
final class LimitsSection {
  /** Kinds of the contract that can't be judged yet; to pass over one would be a false pass. */
  private static final List<String> NOT_MEASURED =
      List.of("max-time-wait", "max-port-use", "max-redundant-calls");

  private static final List<String> KEYS =
      List.of("site", "endpoint", "max-rate", "max-connections", "max-open");
  private static final String KINDS = "one of max-rate, max-connections, max-open";
  private static final int MAX_NUMBER_LENGTH = 30;

  private final YamlNodes nodes;

  LimitsSection(YamlNodes nodes) {
    this.nodes = nodes;
  }

  /**
   * Reads the list.
   *
   * @throws ConfigurationException at the first mistake
   */
  List<Limit> read(YamlNodes.Entry section) throws ConfigurationException {
    if (!(section.value() instanceof SequenceNode)) {
      throw new ConfigurationException(
          section.where()
              + ": '"
              + YamlNodes.shown(section.value())
              + "' is not a list; allowed is a list of maps, each with "
              + KINDS);
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
      throw new ConfigurationException(
          where
              + ": '"
              + YamlNodes.shown(node)
              + "' is not a limit; allowed is a map with "
              + KINDS);
    }
    ClassPattern site = null;
    EndpointPattern endpoint = null;
    YamlNodes.Entry kind = null;
    for (YamlNodes.Entry entry : ordered(node, name)) {
      switch (entry.key()) {
        case "site" -> site = ClassPattern.parse(entry.where(), text(entry, "a pattern"));
        case "endpoint" ->
            endpoint =
                EndpointPattern.parse(entry.where(), text(entry, "an endpoint, e.g. *:27015"));
        default -> {
          if (kind != null) {
            throw new ConfigurationException(
                entry.where()
                    + ": '"
                    + YamlNodes.shown(entry.value())
                    + "' is a second kind beside "
                    + kind.key()
                    + "; allowed is "
                    + KINDS
                    + " in each entry of the list");
          }
          kind = entry;
        }
      }
    }
    if (kind == null) {
      throw new ConfigurationException(
          where + ": '" + keysOf(node, name) + "' limits nothing; allowed is " + KINDS);
    }
    return limit(kind, site, endpoint);
  }

  /** The entries, all known; those that this version can't judge are refused first. */
  private List<YamlNodes.Entry> ordered(Node node, String name) throws ConfigurationException {
    List<YamlNodes.Entry> entries = nodes.entries((MappingNode) node, name + ".");
    for (YamlNodes.Entry entry : entries) {
      if (NOT_MEASURED.contains(entry.key())) {
        throw new ConfigurationException(
            entry.where()
                + ": '"
                + YamlNodes.shown(entry.value())
                + "' is not measured by this version; allowed is "
                + KINDS);
      }
    }
    for (YamlNodes.Entry entry : entries) {
      String shown = YamlNodes.shown(entry.value());
      if (entry.key().equals("on") || entry.key().equals("hops")) {
        throw new ConfigurationException(
            entry.where()
                + ": '"
                + shown
                + "' belongs to max-time-wait and max-port-use, which this version does not"
                + " measure; allowed is "
                + String.join(", ", KEYS));
      }
      if (!KEYS.contains(entry.key())) {
        throw new ConfigurationException(
            UnknownKey.message(
                entry.where(), "key", entry.key(), entry.key() + ": " + shown, KEYS));
      }
    }
    return entries;
  }

  private String keysOf(Node node, String name) throws ConfigurationException {
    List<String> keys = new ArrayList<>();
    for (YamlNodes.Entry entry : nodes.entries((MappingNode) node, name)) {
      keys.add(entry.key() + ": " + YamlNodes.shown(entry.value()));
    }
    return String.join(", ", keys);
  }

  private static Limit limit(YamlNodes.Entry entry, ClassPattern site, EndpointPattern endpoint)
      throws ConfigurationException {
    Limit.Kind kind = Limit.Kind.ofKey(entry.key());
    if (kind == Limit.Kind.MAX_RATE) {
      Rate rate = Rate.parse(entry.where(), text(entry, Option.MAX_RATE.allowed()));
      return Limit.rate(rate, site, endpoint);
    }
    String allowed = "a whole number of at least 0";
    String text = text(entry, allowed).trim();
    double number = wholeNumber(text);
    if (number < 0) {
      throw new GivenValue(entry.where(), text).refused("is no such number", allowed);
    }
    return Limit.count(kind, text, number, site, endpoint);
  }

  private static String text(YamlNodes.Entry entry, String allowed) throws ConfigurationException {
    return YamlNodes.text(entry.where(), entry.value(), allowed);
  }

  /** The number, or -1 if {@code text} is no whole finite number of at least 0. */
  private static double wholeNumber(String text) {
    if (text.length() > MAX_NUMBER_LENGTH) {
      return -1;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      double value = number.doubleValue();
      boolean whole = number.stripTrailingZeros().scale() <= 0;
      return whole && number.signum() >= 0 && !Double.isInfinite(value) ? value : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
