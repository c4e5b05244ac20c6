package dev.churnagent.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A JDK to run programs on.
 *
 * @param name as it stands in tables, e.g. {@code 17}
 * @param home its folder
 */
public record Jdk(String name, Path home) {
  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  /**
   * Finds one: the running JDK, the environment's {@code JAVA_17_HOME}, or {@code /usr/lib/jvm}.
   *
   * @param wanted a feature version, or a JDK's folder
   * @throws IllegalArgumentException if there is none
   */
  public static Jdk find(String wanted) {
    if (wanted.indexOf('/') >= 0) {
      Path home = Path.of(wanted).toAbsolutePath();
      return new Jdk(home.getFileName().toString(), home);
    }
    String variable = System.getenv("JAVA_" + wanted + "_HOME");
    if (variable != null) {
      return new Jdk(wanted, Path.of(variable));
    }
    if (Integer.toString(Runtime.version().feature()).equals(wanted)) {
      return new Jdk(wanted, Path.of(System.getProperty("java.home")));
    }
    for (Path home : installed()) {
      if (version(home).startsWith(wanted + ".") || version(home).equals(wanted)) {
        return new Jdk(wanted, home);
      }
    }
    throw new IllegalArgumentException(
        "no JDK " + wanted + ": give its folder, or set JAVA_" + wanted + "_HOME");
  }

  /** The launcher. */
  public Path java() {
    return home.resolve("bin/java");
  }

  /** The feature version, e.g. 17. */
  public int feature() {
    return Integer.parseInt(version(home).split("[.+-]")[0]);
  }

  private static List<Path> installed() {
    if (!Files.isDirectory(INSTALLED)) {
      return List.of();
    }
    try (Stream<Path> homes = Files.list(INSTALLED)) {
      return new ArrayList<>(homes.sorted().toList());
    } catch (IOException e) {
      return List.of();
    }
  }

  /** What its {@code release} file says, or an empty text. */
  private static String version(Path home) {
    try {
      for (String line : Files.readAllLines(home.resolve("release"))) {
        if (line.startsWith("JAVA_VERSION=")) {
          return line.substring("JAVA_VERSION=".length()).replace("\"", "");
        }
      }
    } catch (IOException e) {
      return "";
    }
    return "";
  }
}
