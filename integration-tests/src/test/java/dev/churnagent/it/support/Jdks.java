package dev.churnagent.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JDKs that every forked test runs on:
 * {@code @MethodSource("dev.churnagent.it.support.Jdks#all")}.
 */
public final class Jdks {
  private static final Path INSTALLED = Path.of("/usr/lib/jvm");
  private static final Jdk OLDEST = find(17);
  private static final Jdk NEWEST = find(25);

  private Jdks() {}

  /** The oldest and the newest supported version. */
  public static Stream<Jdk> all() {
    return Stream.of(OLDEST, NEWEST);
  }

  /** JDK 17. */
  public static Jdk oldest() {
    return OLDEST;
  }

  /** JDK 25. */
  public static Jdk newest() {
    return NEWEST;
  }

  /**
   * A JDK of the wanted version.
   *
   * @param feature e.g. 17
   * @param home null if this machine has none
   */
  public record Jdk(int feature, Path home) {
    /** Its launcher; skips the test if this JDK is absent, or fails it in CI. */
    public Path java() {
      return tool("java");
    }

    /** One of its programs. */
    public Path tool(String name) {
      Requirement.require(
          home != null,
          "a JDK " + feature + " (running, in " + INSTALLED + ", or JAVA" + feature + "_HOME)");
      return home.resolve("bin").resolve(name);
    }

    @Override
    public String toString() {
      return "JDK " + feature;
    }
  }

  private static Jdk find(int feature) {
    for (Path candidate : candidates(feature)) {
      if (featureOf(candidate) == feature) {
        return new Jdk(feature, candidate);
      }
    }
    return new Jdk(feature, null);
  }

  private static List<Path> candidates(int feature) {
    List<Path> candidates = new ArrayList<>();
    if (Runtime.version().feature() == feature) {
      candidates.add(Path.of(System.getProperty("java.home")));
    }
    for (String variable : List.of("JAVA" + feature + "_HOME", "JAVA_HOME_" + feature + "_X64")) {
      String home = System.getenv(variable);
      if (home != null && !home.isEmpty()) {
        candidates.add(Path.of(home));
      }
    }
    if (Files.isDirectory(INSTALLED)) {
      try (DirectoryStream<Path> homes = Files.newDirectoryStream(INSTALLED, "*" + feature + "*")) {
        homes.forEach(candidates::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return candidates;
  }

  /** By the file that each JDK has, not by its folder's name. */
  private static int featureOf(Path home) {
    Path release = home.resolve("release");
    if (!Files.isExecutable(home.resolve("bin/javac")) || !Files.isReadable(release)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(release)) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.replaceAll("JAVA_VERSION=\"(\\d+).*", "$1"))
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
