package dev.churnagent.config;

import java.util.ArrayList;
import java.util.List;

/** The systems whose ports a run can be replayed against, by their names in the contract. */
public enum Machine {
  /** Linux: a range for each destination. */
  LINUX("linux", 28_232),
  /** Windows: one range for the whole host. */
  WINDOWS("windows", 16_384),
  /** The macOS of Apple: one range for the whole host. */
  MACOS("macos", 16_384),
  /** What the user describes; has no defaults. */
  CUSTOM("custom", 0);

  /** All names, to end the sentence "allowed is ...". */
  static final String ALLOWED = "linux, windows, macos or custom";

  private final String word;
  private final int defaultPorts;

  Machine(String word, int defaultPorts) {
    this.word = word;
    this.defaultPorts = defaultPorts;
  }

  /** The name in configurations and reports. */
  public String word() {
    return word;
  }

  /** Ephemeral ports by default, sources in {@code docs/ports.md}; 0 for {@link #CUSTOM}. */
  public int defaultPorts() {
    return defaultPorts;
  }

  /**
   * The system of that name.
   *
   * @param where what to call the place in the message
   * @throws ConfigurationException if there is none
   */
  public static Machine parse(String where, String text) throws ConfigurationException {
    List<String> words = new ArrayList<>();
    for (Machine machine : values()) {
      if (machine.word.equals(text.trim())) {
        return machine;
      }
      words.add(machine.word);
    }
    throw new GivenValue(where, text)
        .refused("is not a system".concat(Slips.hint(text, words)), ALLOWED);
  }
}
