package dev.churnagent.config;

/**
 * Reads {@code key=value,key=value}; a comma inside a value is written {@code \,}. Several
 * backslashes in front of a comma mean the same: tools that take a command line apart and quote it
 * anew double them, as JaCoCo's Maven plugin does with Surefire's {@code argLine}.
 */
final class AgentArguments {
  private AgentArguments() {}

  /**
   * Reads the text after {@code -javaagent:churn-agent.jar=}.
   *
   * @param text may be null or empty
   * @throws ConfigurationException if a key is unknown, stands twice, or has no value
   */
  static Layer parse(String text) throws ConfigurationException {
    Layer layer = new Layer();
    if (text == null) {
      return layer;
    }
    StringBuilder item = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int comma = c == '\\' ? afterBackslashes(text, i) : i;
      if (comma > i && comma < text.length() && text.charAt(comma) == ',') {
        item.append(',');
        i = comma;
      } else if (c == ',') {
        put(layer, item.toString());
        item.setLength(0);
      } else {
        item.append(c);
      }
    }
    put(layer, item.toString());
    return layer;
  }

  private static int afterBackslashes(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) == '\\') {
      end++;
    }
    return end;
  }

  private static void put(Layer layer, String item) throws ConfigurationException {
    if (item.isBlank()) {
      return;
    }
    int equals = item.indexOf('=');
    String key = (equals < 0 ? item : item.substring(0, equals)).trim();
    Option option = Option.ofKey(key);
    if (equals < 0) {
      throw withoutValue(key, option);
    }
    if (option == null) {
      throw unknown(key, item.trim());
    }
    if (layer.get(option) != null) {
      throw new ConfigurationException(
          key
              + ": given twice, the second time as '"
              + item.substring(equals + 1)
              + "'; allowed is one value, and a list's elements are parted by ;");
    }
    layer.put(option, key, item.substring(equals + 1));
  }

  private static ConfigurationException withoutValue(String item, Option option) {
    if (option != null) {
      return new ConfigurationException(
          item + ": has no value; allowed is " + item + "=, then " + option.allowed());
    }
    return new ConfigurationException(
        "agent arguments: '"
            + item
            + "' is not key=value (inside a value, a comma is written '\\,' and a list may use ';')"
            + Slips.hint(item, Option.keys())
            + " known: "
            + String.join(", ", Option.keys()));
  }

  private static ConfigurationException unknown(String key, String item) {
    if (ConfigurationFile.SECTIONS.contains(key)) {
      return new ConfigurationException(
          key + ": '" + item + "' can stand in the configuration file only (see config)");
    }
    return new ConfigurationException(UnknownKey.message(key, "option", key, item, Option.keys()));
  }
}
