package dev.churnagent.maven;

import dev.churnagent.cli.ExitStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What both goals that judge have in common. */
abstract class AbstractCheckMojo extends AbstractChurnMojo {
  private static final int NAMED_IN_MESSAGE = 3;

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
    ChurnOptions options = options();
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
    for (String line : check.output()) {
      if (held) {
        getLog().info(line);
      } else if (haltOnFailure) {
        getLog().error(line);
      } else {
        getLog().warn(line);
      }
    }
    if (check.status() == ExitStatus.UNUSABLE) {
      throw new MojoExecutionException("churn: " + check.error());
    }
    if (!held && haltOnFailure) {
      throw new MojoFailureException("churn: " + violations(check.output()));
    }
  }

  /** The worst violations, which come first, and how many there are. */
  private static String violations(List<String> output) {
    List<String> named =
        output.stream()
            .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
            .toList();
    List<String> sites = named.subList(0, named.size() - 1);
    String worst = String.join("; ", sites.subList(0, Math.min(NAMED_IN_MESSAGE, sites.size())));
    return named.get(named.size() - 1)
        + ": "
        + worst
        + (sites.size() > NAMED_IN_MESSAGE ? "; ..." : "");
  }
}
