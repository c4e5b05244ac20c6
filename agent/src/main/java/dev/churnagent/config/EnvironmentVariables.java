package dev.churnagent.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads options from the environment. An empty variable counts as not set, as build servers leave
 * them. The environment belongs to everybody, so an unknown {@code CHURN_...} variable is refused
 * only where it is plainly a slip of ours; short names are too near to other people's words ({@code
 * CHURN_SCORE}).
 */
final class EnvironmentVariables {
  private static final String PREFIX = "CHURN_";
  private static final int LONG_ENOUGH_FOR_A_SLIP = PREFIX.length() + 6;

  private EnvironmentVariables() {}

  /**
   * Picks ours.
   *
   * @throws ConfigurationException if a variable's name is a slip of one of ours
   */
  static Layer read(Map<String, String> environment) throws ConfigurationException {
    Layer layer = new Layer();
    for (Map.Entry<String, String> entry : environment.entrySet()) {
      String name = entry.getKey();
      if (name.startsWith(PREFIX)) {
        put(layer, name, entry.getValue());
      }
    }
    return layer;
  }

  private static void put(Layer layer, String name, String value) throws ConfigurationException {
    List<String> names = new ArrayList<>();
    for (String key : Option.keys()) {
      Option option = Option.ofKey(key);
      if (option.variable().equals(name)) {
        if (!value.isEmpty()) {
          layer.put(option, name, value);
        }
        return;
      }
      if (option.variable().length() >= LONG_ENOUGH_FOR_A_SLIP) {
        names.add(option.variable());
      }
    }
    for (String known : names) {
      if (Slips.edits(name, known) <= 2) {
        throw new ConfigurationException(
            UnknownKey.message(name, "environment variable", name, name + "=" + value, names));
      }
    }
  }
}
