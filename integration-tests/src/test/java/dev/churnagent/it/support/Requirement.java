package dev.churnagent.it.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs of the machine. Where it is absent the test is skipped with its reason; with
 * {@code CI=true} in the environment it fails instead, so that nothing is left out unnoticed.
 */
public final class Requirement {
  private Requirement() {}

  /** Whether absence is a failure here. */
  public static boolean isMandatory() {
    return "true".equalsIgnoreCase(System.getenv("CI"));
  }

  /** Skips the test, or fails it in CI. */
  public static void require(boolean present, String what) {
    if (!present && isMandatory()) {
      throw new AssertionError("CI must have " + what);
    }
    Assumptions.assumeTrue(present, () -> "needs " + what);
  }

  /** A program on the PATH. */
  public static Path program(String name) {
    for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
      Path candidate = Path.of(folder, name);
      if (Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    require(false, "the program " + name);
    throw new AssertionError("unreachable");
  }

  /** Linux, whose /proc and signals some tests read or send. */
  public static void linux() {
    Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"), "needs Linux");
  }

  /** The superuser, to mount and to change users. */
  public static void root() {
    require("root".equals(System.getProperty("user.name")), "the user root");
  }

  /** A command of the system, such as mount, that not every machine lets the superuser do. */
  public static void command(String... words) {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      require(process.waitFor() == 0, String.join(" ", words) + " (" + said.trim() + ")");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
