package dev.churnagent.maven;

import dev.churnagent.cli.ExitStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What both goals that judge have in common. */
abstract class AbstractCheckMojo extends AbstractChurnMojo {
  private static final int NAMED_IN_MESSAGE = 3;
  private static final Pattern VERDICT = Pattern.compile("FAIL: (\\d+) of ");

  /** Begins a line that a build server reads, which must stand at the line's begin. */
  private static final String BUILD_SERVER = "::";

  /** Whether a violated limit stops the build; if false, it is only logged. */
  @Parameter(property = "churn.haltOnFailure", defaultValue = "true")
  private boolean haltOnFailure;

  /**
   * Judges runs.
   *
   * @throws MojoFailureException if a limit is violated, or tests ran that nothing was recorded of
   * @throws MojoExecutionException if there are no limits, or the measurement is incomplete
   */
  final void check(RecordedModules modules) throws MojoExecutionException, MojoFailureException {
    if (modules.unmeasured() != null) {
      throw new MojoFailureException("churn: " + modules.unmeasured());
    }
    if (modules.folders().isEmpty()) {
      getLog().info("churn: nothing to check: " + modules.excuses());
      return;
    }
    ChurnOptions options = judgingOptions();
    if (load(options).limits().isEmpty()) {
      throw new MojoExecutionException(
          "churn: there are no limits to check: give <maxRate>, e.g. 5/s, in the plugin's"
              + " <configuration>, or limits in churn.yaml in the module's or the root's folder");
    }
    List<String> arguments = new ArrayList<>(List.of("check"));
    for (Path folder : modules.folders()) {
      arguments.add(folder.toString());
    }
    judge(ChurnCommand.run(arguments, baseDirectory(), options.toEnvironment(System.getenv())));
  }

  private void judge(ChurnCommand check) throws MojoExecutionException, MojoFailureException {
    boolean held = check.status() == ExitStatus.ALL_HELD;
    check.output().forEach(line -> log(line, held));
    if (check.status() == ExitStatus.UNUSABLE) {
      throw new MojoExecutionException("churn: " + check.error());
    }
    if (!held && haltOnFailure) {
      throw new MojoFailureException("churn: " + violations(check.output()));
    }
  }

  private void log(String line, boolean held) {
    if (line.startsWith(BUILD_SERVER)) {
      System.out.println(line);
    } else if (held) {
      getLog().info(line);
    } else if (haltOnFailure) {
      getLog().error(line);
    } else {
      getLog().warn(line);
    }
  }

  /** The verdict with the worst violations, which come first; all else is in the log. */
  static String violations(List<String> output) {
    List<String> lines =
        output.stream()
            .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
            .filter(line -> !line.startsWith(BUILD_SERVER))
            .toList();
    for (String line : lines) {
      Matcher verdict = VERDICT.matcher(line);
      if (verdict.lookingAt()) {
        int violated = Integer.parseInt(verdict.group(1));
        int named = Math.min(NAMED_IN_MESSAGE, Math.min(violated, lines.indexOf(line)));
        String worst = String.join("; ", lines.subList(0, named));
        return line + ": " + worst + (violated > named ? "; ..." : "");
      }
    }
    return "a limit is violated";
  }
}
