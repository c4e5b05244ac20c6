package dev.churnagent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads the map {@code profiles} of a configuration file: the ports of systems, by their name. */
final class ProfilesSection {
  private static final List<String> KEYS =
      List.of("ports", "excluded-ports", "time-wait", "per-destination", "reuse");
  private static final String SYSTEMS = "a map with any of linux, windows, macos, custom";
  private static final String SHAPE = "a map with any of " + String.join(", ", KEYS);

  private final YamlNodes nodes;

  ProfilesSection(YamlNodes nodes) {
    this.nodes = nodes;
  }

  /**
   * Reads the map.
   *
   * @throws ConfigurationException at the first mistake
   */
  List<MachineProfile> read(YamlNodes.Entry section) throws ConfigurationException {
    List<MachineProfile> profiles = new ArrayList<>();
    for (YamlNodes.Entry entry : entries(section, "profiles.", SYSTEMS)) {
      profiles.add(profile(entry));
    }
    return Collections.unmodifiableList(profiles);
  }

  private List<YamlNodes.Entry> entries(YamlNodes.Entry entry, String prefix, String shape)
      throws ConfigurationException {
    if (!(entry.value() instanceof MappingNode)) {
      throw new GivenValue(entry.where(), YamlNodes.shown(entry.value()))
          .refused("is not a map", shape);
    }
    return nodes.entries((MappingNode) entry.value(), prefix);
  }

  private MachineProfile profile(YamlNodes.Entry system) throws ConfigurationException {
    Machine machine = Machine.parse(system.where(), system.key());
    MachineProfile profile = MachineProfile.of(machine);
    for (YamlNodes.Entry entry : entries(system, "profiles." + system.key() + ".", SHAPE)) {
      profile = profile.with(one(machine, entry));
    }
    return profile.require(system.where());
  }

  /** A profile with nothing but this entry. */
  private static MachineProfile one(Machine machine, YamlNodes.Entry entry)
      throws ConfigurationException {
    if (!KEYS.contains(entry.key())) {
      String item = entry.key() + ": " + YamlNodes.shown(entry.value());
      throw new ConfigurationException(
          UnknownKey.message(entry.where(), "key", entry.key(), item, KEYS));
    }
    GivenValue given =
        new GivenValue(
            entry.where(), YamlNodes.text(entry.where(), entry.value(), allowed(entry.key())));
    return switch (entry.key()) {
      case "ports" -> ports(machine, PortValues.ports(given), null);
      case "excluded-ports" -> ports(machine, null, PortValues.excludedPorts(given));
      case "time-wait" ->
          new MachineProfile(machine, null, null, Values.timeSpan(given), null, null);
      case "per-destination" ->
          new MachineProfile(machine, null, null, null, PortValues.perDestination(given), null);
      default -> new MachineProfile(machine, null, null, null, null, reuse(machine, given));
    };
  }

  private static String allowed(String key) {
    return switch (key) {
      case "ports" -> PortValues.PORTS;
      case "excluded-ports" -> PortValues.EXCLUDED_PORTS;
      case "time-wait" -> "a length of time, e.g. 120s";
      case "per-destination" -> PortValues.PER_DESTINATION;
      default -> PortValues.REUSE;
    };
  }

  private static MachineProfile ports(Machine machine, Integer ports, Integer excluded) {
    return new MachineProfile(machine, ports, excluded, null, null, null);
  }

  private static MachineProfile.Reuse reuse(Machine machine, GivenValue given)
      throws ConfigurationException {
    if (machine != Machine.LINUX) {
      throw given.refused("can't stand in ".concat(machine.word()), "it in linux only");
    }
    return PortValues.reuse(given);
  }
}
