package dev.churnagent.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The agent's jar under the one name that the JVM's start is fast with: its manifest names {@code
 * churn-agent.jar} as its own boot class path, but a local repository puts the version in the name.
 */
final class AgentJar {
  static final String NAME = "churn-agent.jar";

  private AgentJar() {}

  /**
   * Copies the jar, unless the folder has it already.
   *
   * @param source the jar in the local repository, or of the same build
   * @param folder where the copy belongs; made if needed
   * @return the copy, absolute
   */
  static Path copy(Path source, Path folder) throws IOException {
    Path target = folder.toAbsolutePath().resolve(NAME);
    if (!isCopyOf(source, target)) {
      Files.createDirectories(target.getParent());
      // A JVM that is about to start must never see half a jar.
      Path part = Files.createTempFile(target.getParent(), "churn-agent", ".part");
      try {
        Files.copy(
            source, part, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    }
    return target;
  }

  private static boolean isCopyOf(Path source, Path target) throws IOException {
    return Files.isRegularFile(target)
        && Files.size(target) == Files.size(source)
        && Files.getLastModifiedTime(target).equals(Files.getLastModifiedTime(source));
  }
}
