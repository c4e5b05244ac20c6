package dev.churnagent.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns what a user wrote into values, or refuses it. */
final class Values {
  private static final String ON_WINDOWS_FORBIDDEN = "<>:\"/\\|?*";
  private static final int MAX_RUN_NAME = 200;
  private static final long MIN_JOURNAL_BYTES = 2L << 20;
  private static final long MIN_SOCKET_TABLE_MILLIS = 100;
  private static final int MAX_SIZE_DIGITS = 9;

  private Values() {}

  static Path path(GivenValue given, Option option, Path workingDirectory)
      throws ConfigurationException {
    if (given.text().isBlank()) {
      throw given.refused("is empty", option.allowed());
    }
    try {
      return workingDirectory.resolve(given.text()).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw given.refused("is not a path on this system", option.allowed());
    }
  }

  static String runName(GivenValue given) throws ConfigurationException {
    String name = given.text();
    boolean plain = !name.isBlank() && name.length() <= MAX_RUN_NAME;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      plain &= !Character.isISOControl(c) && ON_WINDOWS_FORBIDDEN.indexOf(c) < 0;
    }
    // Windows drops a dot or space at the end; this refuses "." and ".." as well.
    if (!plain || name.endsWith(".") || name.endsWith(" ") || name.startsWith(" ")) {
      throw given.refused(
          "is not a plain folder name",
          "at most 200 characters without / \\ : * ? \" < > | and with no dot or space at the end");
    }
    return name;
  }

  static boolean bool(GivenValue given, Option option) throws ConfigurationException {
    return switch (given.text().trim()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw given.refused("is neither", option.allowed());
    };
  }

  static OnViolation onViolation(GivenValue given) throws ConfigurationException {
    return switch (given.text().trim()) {
      case "report" -> OnViolation.REPORT;
      case "exit" -> OnViolation.EXIT;
      default -> throw given.refused("is neither", Option.ON_VIOLATION.allowed());
    };
  }

  static Set<Format> formats(List<GivenValue> given) throws ConfigurationException {
    List<Format> formats = new ArrayList<>();
    for (GivenValue one : given) {
      formats.add(format(one));
    }
    if (formats.isEmpty()) {
      throw new ConfigurationException(
          "formats: '' names no format; allowed is " + Option.FORMATS.allowed());
    }
    return inOrder(formats);
  }

  /** The formats as a set in their own order; no EnumSet, for the reason in {@link Layer}. */
  static Set<Format> inOrder(List<Format> formats) {
    Set<Format> ordered = new LinkedHashSet<>();
    for (Format format : Format.values()) {
      if (formats.contains(format)) {
        ordered.add(format);
      }
    }
    return Collections.unmodifiableSet(ordered);
  }

  private static Format format(GivenValue given) throws ConfigurationException {
    List<String> words = new ArrayList<>();
    for (Format format : Format.values()) {
      if (format.word().equals(given.text())) {
        return format;
      }
      words.add(format.word());
    }
    String hint = Slips.hint(given.text(), words);
    throw given.refused("is not a format".concat(hint), Option.FORMATS.allowed());
  }

  /** Patterns of classes; of methods too if the option's are. */
  static List<ClassPattern> patterns(List<GivenValue> given, Option option, boolean methodsToo)
      throws ConfigurationException {
    List<ClassPattern> patterns = new ArrayList<>(given.size());
    for (GivenValue one : given) {
      ClassPattern pattern = ClassPattern.parse(one.where(), one.text());
      if (pattern.namesMethod() && !methodsToo) {
        throw one.refused("names a method", option.allowed());
      }
      if (pattern.namesConstructor()) {
        throw one.refused("names a constructor, which can't be watched", option.allowed());
      }
      patterns.add(pattern);
    }
    return Collections.unmodifiableList(patterns);
  }

  /** Parts of names, in lower case. */
  static List<String> nameParts(List<GivenValue> given) throws ConfigurationException {
    List<String> parts = new ArrayList<>(given.size());
    for (GivenValue one : given) {
      String part = one.text().trim();
      boolean plain = !part.isEmpty();
      for (int i = 0; i < part.length(); i++) {
        char c = part.charAt(i);
        plain &= Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
      }
      if (!plain) {
        throw one.refused("is no part of a name", Option.REDACT.allowed());
      }
      parts.add(part.toLowerCase(Locale.ROOT));
    }
    return Collections.unmodifiableList(parts);
  }

  static Duration timeSpan(GivenValue given) throws ConfigurationException {
    return TimeSpan.parse(given.where(), given.text());
  }

  /** 0 for {@code off}. */
  static Duration socketTable(GivenValue given) throws ConfigurationException {
    String text = given.text().trim();
    if (text.equals("off")) {
      return Duration.ZERO;
    }
    Duration span = TimeSpan.tryParse(text);
    if (span == null || span.toMillis() < MIN_SOCKET_TABLE_MILLIS) {
      throw given.refused("is neither", Option.SOCKET_TABLE.allowed());
    }
    return span;
  }

  static long journalBytes(GivenValue given) throws ConfigurationException {
    long bytes = bytes(given.text().trim());
    if (bytes < MIN_JOURNAL_BYTES) {
      throw given.refused("is no such size", Option.JOURNAL_LIMIT.allowed());
    }
    return bytes;
  }

  /** The size in bytes, or -1 if {@code text} is none. */
  private static long bytes(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    int shift =
        switch (text.substring(digits)) {
          case "" -> 0;
          case "k", "K" -> 10;
          case "m", "M" -> 20;
          case "g", "G" -> 30;
          default -> -1;
        };
    if (shift < 0 || digits == 0 || digits > MAX_SIZE_DIGITS) {
      return -1;
    }
    return Long.parseLong(text.substring(0, digits)) << shift;
  }
}
