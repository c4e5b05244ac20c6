package dev.churnagent.config;

import java.util.List;

/** The message for a key that is not known. */
final class UnknownKey {
  private UnknownKey() {}

  /**
   * The line.
   *
   * @param where what to call the place, ending in the key
   * @param noun what the key should have been, e.g. {@code option}
   * @param item key and value as written
   */
  static String message(String where, String noun, String key, String item, List<String> known) {
    String hint = Slips.hint(key, known);
    return where
        + ": unknown "
        + noun
        + " '"
        + item
        + "'"
        + (hint.isEmpty() ? ";" : hint)
        + " known: "
        + String.join(", ", known);
  }
}
