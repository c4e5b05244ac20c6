package dev.churnagent.maven;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the build of a little project, or of a module of one, has left. */
final class BuiltProject {
  private final Path folder;

  BuiltProject(String path) {
    folder = Path.of(System.getProperty("churn.it.projects"), path);
  }

  Path target() {
    return folder.resolve("target");
  }

  /** The lines of the whole build's log. */
  List<String> log() throws IOException {
    return Files.readAllLines(folder.resolve("build.log"));
  }

  /** How many connections the tests' servers accepted, by what they left in files. */
  int accepted() throws IOException {
    int sum = 0;
    Path counts = target().resolve("accepted");
    if (Files.isDirectory(counts)) {
      for (Path count : children(counts)) {
        sum += Integer.parseInt(Files.readString(count));
      }
    }
    return sum;
  }

  /** The merged report. */
  JsonNode report() throws IOException {
    return report("churn");
  }

  /** The merged report in that folder below {@code target}. */
  JsonNode report(String output) throws IOException {
    return new ObjectMapper().readTree(target().resolve(output).resolve("report.json").toFile());
  }

  /** How many JVMs recorded. */
  int runs() throws IOException {
    return (int)
        children(target().resolve("churn")).stream()
            .filter(child -> Files.exists(child.resolve("journal.churn")))
            .count();
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
