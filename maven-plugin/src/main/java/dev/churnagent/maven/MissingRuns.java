package dev.churnagent.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/**
 * Why a module has no run: because it had no test to run, which is fine, or because the agent did
 * not reach its test JVMs, which must never look like a pass. In doubt it is the latter.
 */
final class MissingRuns {
  /** With these, a module may be without a test though it has test classes. */
  private static final List<String> SELECTIONS =
      List.of("test", "it.test", "groups", "excludedGroups");

  private final MavenProject module;
  private final Properties user;
  private final Instant buildStart;
  private final TestPlugins tests;

  /**
   * Looks at a module.
   *
   * @param user what was given with {@code -D}
   * @param buildStart when this build began
   */
  MissingRuns(MavenProject module, Properties user, Instant buildStart) {
    this.module = module;
    this.user = user;
    this.buildStart = buildStart;
    this.tests = TestPlugins.of(module);
  }

  /** Why there was no test to run; null if there was one, or that can't be known. */
  String excuse() throws IOException {
    List<String> names = classNames(Path.of(module.getBuild().getTestOutputDirectory()));
    if (tests.isEmpty()) {
      boolean none = TestPlugins.isPom(module) || names.isEmpty();
      return none ? "it has no tests of its own" : null;
    }
    List<TestExecution> active = tests.active(user, module.getProperties());
    if (active.isEmpty()) {
      return "its tests are skipped";
    }
    if (wroteReports(active)) {
      return null;
    }
    boolean chosen = active.stream().anyMatch(TestExecution::selectsTests);
    if (!chosen && names.isEmpty()) {
      return "it has no test classes";
    }
    if (!chosen && active.stream().noneMatch(execution -> hasTests(execution, names))) {
      return "none of its test classes has a test's name";
    }
    boolean selected = SELECTIONS.stream().anyMatch(name -> user.getProperty(name) != null);
    return selected ? "none of its tests was selected" : null;
  }

  /** What to look at, in one line. */
  String hint() {
    List<String> causes = new ArrayList<>();
    if (!Modules.isPrepared(module)) {
      causes.add(
          "prepare-agent was not executed in this build (goal churn:prepare-agent, before the"
              + " tests)");
    }
    causes.addAll(tests.doubts(Modules.propertyName(module), user));
    if (causes.isEmpty()) {
      causes.add(
          "look whether Surefire's argLine still has the agent (mvn -X shows the forked command),"
              + " and at the tests' output for a line that begins with 'churn-agent:'");
    }
    return String.join("; ", causes);
  }

  private static boolean hasTests(TestExecution execution, List<String> names) {
    return names.stream().anyMatch(execution.plugin()::isTestName);
  }

  /** Whether a test was reported since the build began. */
  private boolean wroteReports(List<TestExecution> active) throws IOException {
    for (TestExecution execution : active) {
      String configured = execution.value("reportsDirectory");
      Path folder =
          configured == null
              ? Path.of(module.getBuild().getDirectory(), execution.plugin().reports())
              : module.getBasedir().toPath().resolve(configured);
      File[] reports =
          folder.toFile().listFiles((parent, name) -> name.matches("TEST-.*\\.xml|.*\\.txt"));
      for (File report : reports == null ? new File[0] : reports) {
        if (!Files.getLastModifiedTime(report.toPath()).toInstant().isBefore(buildStart)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The simple names of all top-level classes below a folder. */
  private static List<String> classNames(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && name.indexOf('$') < 0)
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
