package dev.churnagent.config;

import java.nio.file.Path;

/**
 * The file with what was accepted, as a user named it. It is not read with the settings, because
 * most commands do not need it.
 *
 * @param path absolute
 * @param where what to call the option in a message: its key, its environment variable, or its
 *     place in the configuration file
 * @param shown what the user calls the file
 */
public record BaselineFile(Path path, String where, String shown) {
  /** What the option may be, to end the sentence "allowed is ...". */
  public static final String ALLOWED = "the path of a file that 'check --write-baseline' wrote";

  /** The mistake that this file is. */
  public ConfigurationException unusable(String what) {
    return new GivenValue(where, shown).refused(what, ALLOWED);
  }
}
