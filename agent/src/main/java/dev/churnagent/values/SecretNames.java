package dev.churnagent.values;

import java.util.List;
import java.util.Locale;

/** Which parameters and fields hold secrets, by fragments of their names. */
public final class SecretNames {
  private final String[] fragments;

  /**
   * Keeps the fragments.
   *
   * @param fragments for instance {@code password}; neither case nor {@code _} and {@code -} count;
   *     empty ones are left out
   */
  public SecretNames(List<String> fragments) {
    int count = 0;
    String[] kept = new String[fragments.size()];
    for (String fragment : fragments) {
      String plain = plain(fragment);
      if (!plain.isEmpty()) {
        kept[count++] = plain;
      }
    }
    this.fragments = java.util.Arrays.copyOf(kept, count);
  }

  /**
   * Whether a value of this name is to be hidden.
   *
   * @param name null if it is not known
   */
  public boolean matches(String name) {
    if (name == null) {
      return false;
    }
    String plain = plain(name);
    for (String fragment : fragments) {
      if (plain.contains(fragment)) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && c != '-') {
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }
}
