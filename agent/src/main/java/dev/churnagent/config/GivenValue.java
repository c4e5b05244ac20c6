package dev.churnagent.config;

/**
 * A value as a user wrote it.
 *
 * @param where what to call it in a message: its key, its environment variable, or its file, line,
 *     column and key; never null
 * @param text the value, or one element of a list; never null
 */
record GivenValue(String where, String text) {
  /** The line that refuses this value. */
  ConfigurationException refused(String what, String allowed) {
    return new ConfigurationException(
        where + ": '" + text + "' " + what + "; allowed is " + allowed);
  }
}
