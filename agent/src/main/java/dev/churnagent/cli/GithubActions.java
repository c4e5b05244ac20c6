package dev.churnagent.cli;

import dev.churnagent.report.finding.Outcome;
import dev.churnagent.report.github.GithubAnnotations;
import dev.churnagent.report.markdown.MarkdownWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What {@code check} does beside its own work inside GitHub Actions: annotations for the code, and
 * a summary for the step. Neither ever changes the status.
 */
final class GithubActions {
  /** A longer summary is not shown at all; the last kilobyte is left to others. */
  private static final long MOST_BYTES = (1 << 20) - (1 << 10);

  private final Session session;

  GithubActions(Session session) {
    this.session = session;
  }

  /**
   * Tells GitHub, if this runs there.
   *
   * @param sourceRoot what the paths in {@code outcome} are relative to; absolute
   * @param out where annotations go
   */
  void tell(Outcome outcome, Path sourceRoot, PrintStream out) {
    if (!"true".equals(session.environment().get("GITHUB_ACTIONS"))) {
      return;
    }
    for (String line : GithubAnnotations.of(outcome, folder(sourceRoot))) {
      out.println(line);
    }
    String file = session.environment().getOrDefault("GITHUB_STEP_SUMMARY", "");
    if (!file.isEmpty()) {
      summarise(outcome, file);
    }
  }

  /** GitHub wants paths below the repository, which may be above the project. */
  private String folder(Path sourceRoot) {
    String workspace = session.environment().getOrDefault("GITHUB_WORKSPACE", "");
    if (workspace.isEmpty()) {
      return "";
    }
    try {
      Path repository = Path.of(workspace).toAbsolutePath().normalize();
      if (sourceRoot.equals(repository) || !sourceRoot.startsWith(repository)) {
        return "";
      }
      return repository.relativize(sourceRoot).toString().replace('\\', '/') + "/";
    } catch (InvalidPathException e) {
      return "";
    }
  }

  private void summarise(Outcome outcome, String name) {
    try {
      Path file = session.workingDirectory().resolve(name);
      String before = Files.exists(file) && Files.size(file) > 0 ? "\n" : "";
      long room = MOST_BYTES - (before.isEmpty() ? 0 : Files.size(file));
      byte[] text = bytes(before + MarkdownWriter.text(outcome));
      if (text.length > room) {
        text = bytes(before + MarkdownWriter.brief(outcome));
      }
      if (text.length > room) {
        session.fail("the step's summary has no room left for this: " + name, null);
        return;
      }
      Files.write(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      session.fail("the step's summary can't be written: " + Failures.describe(e), e);
    } catch (InvalidPathException e) {
      session.fail("the step's summary can't be written: '" + name + "' is no path", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
