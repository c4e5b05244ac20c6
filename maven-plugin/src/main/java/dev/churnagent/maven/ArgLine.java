package dev.churnagent.maven;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of {@code argLine}: arguments of a JVM in one line, as Surefire takes it apart.
 *
 * <p>What others wrote is kept to the letter. The agent's own argument is written so that Surefire
 * and JaCoCo's plugin, which takes the line apart and quotes it anew, read the same: quoted as a
 * whole, with double quotes, and only where there is something to protect.
 */
final class ArgLine {
  private static final String AGENT = "-javaagent:";

  private ArgLine() {}

  /**
   * Puts the agent in front, and takes an earlier argument for the same jar out, as two executions
   * of {@code prepare-agent} would attach it twice.
   *
   * @param present what is there; may be null
   * @param jar the agent's jar
   * @param agentArguments what follows the {@code =}
   * @throws IllegalArgumentException if it holds a double quote, for which there is no way through
   */
  static String prepend(String present, String jar, String agentArguments) {
    StringBuilder line = new StringBuilder(quote(AGENT + jar + "=" + agentArguments));
    for (String argument : split(present == null ? "" : present)) {
      if (!unquoted(argument).startsWith(AGENT + jar)) {
        line.append(' ').append(argument);
      }
    }
    return line.toString();
  }

  private static String quote(String argument) {
    if (argument.indexOf('"') >= 0) {
      throw new IllegalArgumentException(
          "argLine: '" + argument + "' holds a double quote, which no argument there can hold");
    }
    boolean plain = argument.indexOf('\'') < 0;
    for (int i = 0; plain && i < argument.length(); i++) {
      plain = !Character.isWhitespace(argument.charAt(i));
    }
    return plain ? argument : '"' + argument + '"';
  }

  /** The arguments with the quotes that they were written with. */
  private static List<String> split(String line) {
    List<String> arguments = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote == 0 && Character.isWhitespace(c)) {
        add(arguments, current);
        continue;
      }
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      current.append(c);
    }
    add(arguments, current);
    return arguments;
  }

  private static void add(List<String> arguments, StringBuilder current) {
    if (current.length() > 0) {
      arguments.add(current.toString());
      current.setLength(0);
    }
  }

  private static String unquoted(String argument) {
    boolean quoted = argument.charAt(0) == '"' || argument.charAt(0) == '\'';
    return quoted ? argument.substring(1) : argument;
  }
}
