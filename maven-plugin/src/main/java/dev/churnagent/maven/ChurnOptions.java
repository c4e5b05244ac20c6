package dev.churnagent.maven;

import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.Settings;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the POM says, as options of the agent. The test JVMs get it as agent arguments; the command
 * line has no flag for each of them, and gets it as the environment variables of the same meaning.
 */
final class ChurnOptions {
  private final Map<String, String> values = new LinkedHashMap<>();

  /** Sets an option; a null or blank value is left out. */
  ChurnOptions put(String key, String value) {
    String text = value == null ? "" : value.strip().replaceAll("\\s*\\R\\s*", " ");
    if (!text.isEmpty()) {
      values.put(key, text);
    }
    return this;
  }

  /** Sets an option that is not set yet. */
  ChurnOptions putIfAbsent(String key, String value) {
    values.putIfAbsent(key, value);
    return this;
  }

  /** Sets a list; null or nothing but blanks is left out. */
  ChurnOptions put(String key, List<String> elements) {
    StringBuilder text = new StringBuilder();
    if (elements != null) {
      for (String element : elements) {
        if (element != null && !element.isBlank()) {
          text.append(text.length() == 0 ? "" : ";").append(element.strip());
        }
      }
    }
    return put(key, text.toString());
  }

  /** Sets a path; null is left out. Windows knows '/' too, and backslashes get lost on the way. */
  ChurnOptions put(String key, Path path) {
    return path == null ? this : put(key, slashes(path));
  }

  /** The path as the test JVM shall get it. */
  static String slashes(Path path) {
    return path.toString().replace(File.separatorChar, '/');
  }

  /** {@code key=value,key=value}, with a comma inside a value as {@code \,}. */
  String toAgentArguments() {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (key, value) ->
            text.append(text.length() == 0 ? "" : ",")
                .append(key)
                .append('=')
                .append(value.replace(",", "\\,")));
    return text.toString();
  }

  /** That environment, with the variables of these options. */
  Map<String, String> toEnvironment(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    values.forEach(
        (key, value) -> all.put("CHURN_" + key.toUpperCase(Locale.ROOT).replace('-', '_'), value));
    return all;
  }

  /**
   * Reads these options as the agent will, the configuration file included.
   *
   * @param workingDirectory where relative paths begin
   * @throws ConfigurationException at the first mistake, with one line for the user
   */
  Settings load(Map<String, String> environment, Path workingDirectory)
      throws ConfigurationException {
    return Settings.load(toAgentArguments(), environment, workingDirectory);
  }
}
