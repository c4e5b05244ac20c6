package dev.churnagent.cli;

import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.Settings;

/** Options of a command that mean the same as agent arguments, and are read as such. */
final class AgentOptions {
  private final StringBuilder arguments = new StringBuilder();

  /** Adds an option; a null value is left out. */
  AgentOptions add(String key, String value) {
    if (value != null) {
      arguments.append(key).append('=').append(value.replace(",", "\\,")).append(',');
    }
    return this;
  }

  /** Everything that is set, with environment and configuration file. */
  Settings load(Session session) throws ConfigurationException {
    return Settings.load(arguments.toString(), session.environment(), session.workingDirectory());
  }
}
