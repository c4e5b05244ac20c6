package dev.churnagent.cli;

import dev.churnagent.config.Slips;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a mistake in the command line in one line, with the nearest known word. */
final class ParseErrors implements IParameterExceptionHandler {
  private final Session session;

  ParseErrors(Session session) {
    this.session = session;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String help = "; see " + command.getCommandSpec().qualifiedName() + " --help";
    session.fail(message(e, command.getCommandSpec()) + help, e);
    return ExitStatus.UNUSABLE;
  }

  private static String message(ParameterException e, CommandSpec command) {
    if (!(e instanceof UnmatchedArgumentException)) {
      return e.getMessage();
    }
    String word = ((UnmatchedArgumentException) e).getUnmatched().get(0);
    String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
    if (word.startsWith("-")) {
      return unknown("option", name, optionNames(command));
    }
    if (!command.subcommands().isEmpty()) {
      return unknown("command", word, new ArrayList<>(command.subcommands().keySet()));
    }
    return "'" + word + "' is one argument too many";
  }

  private static String unknown(String noun, String word, List<String> known) {
    String hint = Slips.hint(word, known);
    String end = hint.isEmpty() ? ";" : hint;
    return "unknown " + noun + " '" + word + "'" + end + " known: " + String.join(", ", known);
  }

  private static List<String> optionNames(CommandSpec command) {
    List<String> names = new ArrayList<>();
    for (OptionSpec option : command.options()) {
      names.add(option.longestName());
    }
    return names;
  }
}
