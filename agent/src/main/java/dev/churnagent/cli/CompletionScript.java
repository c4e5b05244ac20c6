package dev.churnagent.cli;

import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;

/** What a shell evaluates to have the command line under a short name. */
final class CompletionScript {
  /**
   * Picocli takes the shell's own completion of file names off where it knows nothing better, and
   * offers names itself only for options of certain types. The shell's copes with any name.
   */
  private static final String NO_FILES = "  type compopt &>/dev/null && compopt +o default\n";

  private CompletionScript() {}

  /**
   * For bash and zsh: a function of that name that runs the jar, and its completion.
   *
   * @param name a word that may name a function
   * @param java the program that runs the jar
   * @param jar absolute
   * @param root all commands and their options
   */
  static String of(String name, String java, Path jar, CommandLine root) {
    // Not 'name() {': the word would be an alias first, if there is one.
    return "function "
        + name
        + " {\n  "
        + quoted(java)
        + " -jar "
        + quoted(jar.toString())
        + " \"$@\"\n}\n\n"
        + AutoComplete.bash(name, root).replace(NO_FILES, "");
  }

  /** One word to a shell, whatever is in it. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
