package dev.churnagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoaderJarTest {
  @TempDir Path directory;

  @Test
  void shouldPointToTheAgentsJarWhateverItsPath() throws Exception {
    Path agent = directory.resolve("a b/\u00e4%20#".concat("long/".repeat(30)) + "churn-agent.jar");
    try (JarFile jar = new JarFile(LoaderJar.pointingTo(agent, directory).toFile())) {
      Attributes attributes = jar.getManifest().getMainAttributes();
      assertThat(attributes.getValue("Agent-Class")).isEqualTo("dev.churnagent.agent.ChurnAgent");
      assertThat(attributes.getValue("Boot-Class-Path")).isNull();
      String classPath = attributes.getValue("Class-Path");
      assertThat(classPath).doesNotContain(" ");
      assertThat(Path.of(URI.create(classPath))).isEqualTo(agent);
    }
  }

  @Test
  void shouldReuseTheSameFileForTheSameAgent() throws Exception {
    Path agent = directory.resolve("churn-agent.jar");
    Path first = LoaderJar.pointingTo(agent, directory);
    assertThat(LoaderJar.pointingTo(agent, directory)).isEqualTo(first);
    assertThat(LoaderJar.pointingTo(directory.resolve("other.jar"), directory)).isNotEqualTo(first);
    assertThat(directory.toFile().list()).hasSize(2);
  }

  @Test
  void shouldReplaceAFileThatSomebodyElseMayHaveWritten() throws Exception {
    Path agent = directory.resolve("churn-agent.jar");
    Path first = LoaderJar.pointingTo(agent, directory);
    byte[] right = Files.readAllBytes(first);
    Files.writeString(first, "something else");
    Path second = LoaderJar.pointingTo(agent, directory);
    assertThat(second).isEqualTo(first).hasBinaryContent(right);
  }
}
