package dev.churnagent.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import picocli.CommandLine.Help.Ansi;

/**
 * Who reads what a command prints.
 *
 * @param isThere whether a person sits at the other end of stdout, and not a pipe or a file
 * @param showsProgress whether stderr leads to that person too
 * @param ansi whether results have colours
 * @param clockNanos tells how long the person has waited, like {@link System#nanoTime}
 */
record Terminal(boolean isThere, boolean showsProgress, Ansi ansi, LongSupplier clockNanos) {
  /** A pipe, a file, a test. */
  static final Terminal NONE = new Terminal(false, false, Ansi.OFF, System::nanoTime);

  private static final Path STDOUT = Path.of("/dev/fd/1");
  private static final Path STDERR = Path.of("/dev/fd/2");

  /** What this process was started with. */
  static Terminal ofThisProcess(Map<String, String> env) {
    if (!isTerminal()) {
      return NONE;
    }
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    // Windows has terminals that print escape codes as they are; picocli knows which.
    boolean understood = !windows || Ansi.AUTO.enabled();
    Ansi ansi = understood && wantsColours(env) ? Ansi.ON : Ansi.OFF;
    return new Terminal(true, isStderrTheSame(), ansi, System::nanoTime);
  }

  /** By the convention of no-color.org, and not on a terminal that says it can't. */
  static boolean wantsColours(Map<String, String> env) {
    return env.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(env.get("TERM"));
  }

  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From JDK 22 on there is a console without a terminal.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException olderJdk) {
      return true;
    }
  }

  /** The JDK tells of stdout only; with {@code 2>errors.log} progress would end in that file. */
  private static boolean isStderrTheSame() {
    try {
      return !Files.exists(STDERR) || Files.isSameFile(STDOUT, STDERR);
    } catch (IOException | SecurityException e) {
      return false;
    }
  }
}
