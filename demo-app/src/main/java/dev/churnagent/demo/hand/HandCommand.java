package dev.churnagent.demo.hand;

import dev.churnagent.demo.UsageException;
import java.util.List;
import java.util.Locale;

/**
 * One command of the interactive tool.
 *
 * @param verb what to do
 * @param count for {@code OPEN}, {@code CLOSE} and {@code REQUEST}, else 0
 * @param on for {@code REUSE}, else false
 */
public record HandCommand(Verb verb, int count, boolean on) {
  /** The most connections that may be held, and requests that may be sent at once. */
  public static final int MOST = 60_000;

  /** How the commands are explained. */
  public static final String HELP =
      """
      open N        open N connections to the proxy and hold them (at most 60000 in all, and
                    a third of the files that a process may have open: see ulimit -n)
      close N       close the N that were opened first; we close first, so each leaves a TIME_WAIT
      request N     ask the device N times for its necessary data
      reuse on|off  off: each request opens a connection of its own and closes it (as it happened);
                    on: requests use a held connection, the first one opens it if none is held
      status        what is held here, and what the servers counted
      help          this text
      quit          close everything and end; so does the end of the input
      """;

  /** What a command does. */
  public enum Verb {
    OPEN,
    CLOSE,
    REQUEST,
    REUSE,
    STATUS,
    HELP,
    QUIT
  }

  /** Whether {@code word} is a command's first word. */
  public static boolean isVerb(String word) {
    for (Verb verb : Verb.values()) {
      if (verb.name().toLowerCase(Locale.ROOT).equals(word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Parses a command.
   *
   * @throws UsageException in one line, if it is none
   */
  public static HandCommand parse(List<String> words) throws UsageException {
    String first = words.isEmpty() ? "" : words.get(0);
    if (!isVerb(first)) {
      throw new UsageException(
          "'"
              + first
              + "' is no command; allowed is open, close, request, reuse, status, help, quit");
    }
    Verb verb = Verb.valueOf(first.toUpperCase(Locale.ROOT));
    String second = words.size() == 2 ? words.get(1) : "";
    return switch (verb) {
      case OPEN, CLOSE, REQUEST -> new HandCommand(verb, count(first, words, second), false);
      case REUSE -> new HandCommand(verb, 0, onOff(words, second));
      default -> alone(verb, words);
    };
  }

  private static int count(String verb, List<String> words, String number) throws UsageException {
    if (number.matches("[0-9]{1,6}")) {
      int count = Integer.parseInt(number);
      if (count >= 1 && count <= MOST) {
        return count;
      }
    }
    throw wrong(words, verb + " and a number from 1 to " + MOST + ", e.g. " + verb + " 100");
  }

  private static boolean onOff(List<String> words, String value) throws UsageException {
    if (!value.equals("on") && !value.equals("off")) {
      throw wrong(words, "reuse on or reuse off");
    }
    return value.equals("on");
  }

  private static HandCommand alone(Verb verb, List<String> words) throws UsageException {
    if (words.size() > 1) {
      throw wrong(words, words.get(0) + " alone");
    }
    return new HandCommand(verb, 0, false);
  }

  private static UsageException wrong(List<String> words, String allowed) {
    return new UsageException("'" + String.join(" ", words) + "': allowed is " + allowed);
  }
}
