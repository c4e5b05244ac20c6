package dev.churnagent.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** Where the running churn-agent.jar lies, whatever it is called there. */
final class OwnJar {
  private OwnJar() {}

  /**
   * Its absolute path.
   *
   * @param command who needs it, for the message
   * @throws CommandException if this does not run from a jar
   */
  static Path path(String command) throws CommandException {
    CodeSource source = OwnJar.class.getProtectionDomain().getCodeSource();
    try {
      Path jar = source == null ? null : Path.of(source.getLocation().toURI());
      if (jar != null && Files.isRegularFile(jar)) {
        return jar.toAbsolutePath();
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new CommandException(command + " can't find churn-agent.jar from here: " + e, e);
    }
    throw new CommandException(command + " works from churn-agent.jar only, not from " + source);
  }
}
