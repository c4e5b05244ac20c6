package dev.churnagent.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The test classes in {@code src/test/resources/held}, which are held to limits: compiled here,
 * against what a user has on the test class path, and run by JUnit's launcher in a JVM of their
 * own.
 *
 * @param classPath of the JVM
 */
public record HeldTests(List<Path> classPath) {
  /** A JUnit that users have. */
  public enum JUnit {
    FIVE,
    SIX
  }

  /** Compiles them against one JUnit and where the test-side API is. */
  public static HeldTests compile(JUnit junit, Path... api) {
    List<Path> libraries = new ArrayList<>(List.of(api));
    libraries.addAll(libraries(junit));
    List<Path> classPath = new ArrayList<>(libraries);
    classPath.add(0, Compiled.classes(sources(), libraries.toArray(new Path[0])));
    return new HeldTests(List.copyOf(classPath));
  }

  /** The same classes with another place of the API at run time. */
  public HeldTests with(JUnit junit, Path... api) {
    List<Path> other = new ArrayList<>(List.of(classPath.get(0)));
    other.addAll(List.of(api));
    other.addAll(libraries(junit));
    return new HeldTests(List.copyOf(other));
  }

  private static Map<String, String> sources() {
    URL folder = HeldTests.class.getResource("/held");
    Map<String, String> sources = new HashMap<>();
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      for (Path file : files.toList()) {
        sources.put("held/" + file.getFileName(), Files.readString(file));
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> libraries(JUnit junit) {
    // What both need is the same in both.
    List<Path> found = new ArrayList<>(ownJars("opentest4j", "apiguardian-api", "jspecify"));
    if (junit == JUnit.SIX) {
      found.addAll(ownJars("junit-jupiter-", "junit-platform-"));
      return found;
    }
    Path five = Path.of(System.getProperty("churn.it.libraries")).resolve("junit5");
    try (Stream<Path> jars = Files.list(five)) {
      found.addAll(jars.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** Jars of this JVM's class path. */
  private static List<Path> ownJars(String... prefixes) {
    List<Path> jars = new ArrayList<>();
    String classPath = System.getProperty("java.class.path");
    for (String entry : classPath.split(System.getProperty("path.separator"))) {
      Path file = Path.of(entry);
      if (Stream.of(prefixes).anyMatch(file.getFileName().toString()::startsWith)) {
        jars.add(file);
      }
    }
    return jars;
  }
}
