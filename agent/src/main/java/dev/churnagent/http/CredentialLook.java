package dev.churnagent.http;

import java.util.Locale;

/**
 * Tells credentials by their look. Numbers, words, dates and UUIDs name things and stay; long runs
 * of hexadecimal digits, JSON web tokens and random mixtures of letters and digits go.
 */
final class CredentialLook {
  private static final int SHORTEST_HEX = 32;
  private static final int SHORTEST_MIXTURE = 24;
  private static final int SHORTEST_ANNOUNCED = 6;

  private CredentialLook() {}

  static boolean isCredential(String text) {
    return isJsonWebToken(text) || isLongHex(text) || isMixture(text);
  }

  private static boolean isJsonWebToken(String text) {
    int dot = text.indexOf('.');
    return text.startsWith("eyJ") && dot > 3 && text.indexOf('.', dot + 1) > dot;
  }

  private static boolean isLongHex(String text) {
    if (text.length() < SHORTEST_HEX) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (Ascii.hex(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Base64 and the like: letters of both cases and digits that change places as often as chance
   * makes them (six in ten), not as in {@code getNecessaryDataFromDevice2} (three in ten).
   */
  private static boolean isMixture(String text) {
    if (text.length() < SHORTEST_MIXTURE) {
      return false;
    }
    int digits = 0;
    int changes = 0;
    char last = 0;
    for (int i = 0; i < text.length(); i++) {
      char kind = kind(text.charAt(i));
      if (kind == 0) {
        return false;
      }
      digits += kind == '0' ? 1 : 0;
      changes += kind != last && kind != '-' && last != '-' && i > 0 ? 1 : 0;
      last = kind;
    }
    return digits >= 2 && changes * 100 >= text.length() * 42;
  }

  private static char kind(char c) {
    if (c >= 'a' && c <= 'z') {
      return 'a';
    }
    if (c >= 'A' && c <= 'Z') {
      return 'A';
    }
    if (c >= '0' && c <= '9') {
      return '0';
    }
    return "-_~+=.:/".indexOf(c) >= 0 ? '-' : 0;
  }

  /** Whether the next segment of a path is likely to be a secret. */
  static boolean isAnnounced(String segment) {
    switch (segment.toLowerCase(Locale.ROOT)) {
      case "token", "apikey", "api_key", "api-key", "secret", "password", "reset-password":
        return true;
      default:
        return false;
    }
  }

  static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.length() >= SHORTEST_ANNOUNCED && Ascii.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
