package dev.churnagent.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentJarTest {
  @TempDir Path folder;

  @Test
  void shouldCopyUnderTheNameThatItsManifestNames() throws IOException {
    Path copy = AgentJar.copy(jar("one"), folder.resolve("target/x"));
    assertThat(copy).isEqualTo(folder.resolve("target/x/churn-agent.jar")).hasContent("one");
    assertThat(copy.getParent().toFile().list()).hasSize(1);
  }

  @Test
  void shouldCopyAgainOnlyWhatHasChanged() throws IOException {
    Path source = jar("one");
    Path copy = AgentJar.copy(source, folder.resolve("target"));
    FileTime time = Files.getLastModifiedTime(source);
    Files.writeString(copy, "mod");
    Files.setLastModifiedTime(copy, time);
    assertThat(AgentJar.copy(source, folder.resolve("target"))).hasContent("mod");
    Files.setLastModifiedTime(source, FileTime.fromMillis(time.toMillis() + 2000));
    assertThat(AgentJar.copy(source, folder.resolve("target"))).hasContent("one");
  }

  private Path jar(String content) throws IOException {
    return Files.writeString(folder.resolve("churn-agent-1.0.jar"), content);
  }
}
