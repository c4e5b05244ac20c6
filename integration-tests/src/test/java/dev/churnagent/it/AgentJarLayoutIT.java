package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks.Jdk;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be in the packaged agent: nothing that a user's program could meet by its own name. */
class AgentJarLayoutIT {
  private static final int JAVA_8 = 52;
  private static final int JAVA_17 = 61;
  private static final String VERSIONED = "META-INF/versions/9/";
  private static final String TEST_SIDE = VERSIONED + "dev/churnagent/junit/";
  private static final long MAX_BYTES = 10 << 20;

  @Test
  void shouldHoldNothingOutsideOurPackages() throws IOException {
    try (JarFile jar = new JarFile(AgentProcess.agentJar().toFile())) {
      List<String> foreign =
          jar.stream()
              .filter(entry -> !entry.isDirectory())
              .map(ZipEntry::getName)
              .filter(name -> !name.startsWith("dev/churnagent/"))
              .filter(name -> !name.startsWith(TEST_SIDE))
              .filter(name -> !name.equals("META-INF/MANIFEST.MF"))
              .filter(
                  name ->
                      !name.matches("META-INF/(licenses/)?[^/]*(LICENSE|NOTICE|ASM|uPlot)[^/]*"))
              .toList();
      assertThat(foreign).isEmpty();
      assertThat(jar.stream().map(ZipEntry::getName))
          .noneMatch(name -> name.startsWith("META-INF/services"))
          .noneMatch(name -> name.endsWith(".java") || name.endsWith("module-info.class"))
          .doesNotHaveDuplicates();
    }
  }

  /**
   * The bootstrap loader has this jar too, and JUnit is not to be found from there: an annotation
   * that it loaded would be without effect, silently.
   */
  @Test
  void shouldHaveTheTestSideWhereTheBootstrapLoaderDoesNotLook() throws IOException {
    try (JarFile jar = new JarFile(AgentProcess.agentJar().toFile());
        JarFile testSide = new JarFile(AgentProcess.junitJar().toFile())) {
      assertThat(
              jar.stream()
                  .map(ZipEntry::getName)
                  .filter(name -> name.startsWith(TEST_SIDE) && name.endsWith(".class"))
                  .map(name -> name.substring(VERSIONED.length())))
          .containsExactlyInAnyOrderElementsOf(
              testSide.stream()
                  .map(ZipEntry::getName)
                  .filter(name -> name.endsWith(".class"))
                  .toList())
          .contains("dev/churnagent/junit/MaxConnections.class");
      assertThat(jar.stream().map(ZipEntry::getName))
          .noneMatch(name -> name.startsWith("dev/churnagent/junit"));
    }
  }

  @Test
  void shouldHaveExactlyTheKnownPackages() throws IOException {
    try (JarFile jar = new JarFile(AgentProcess.agentJar().toFile())) {
      assertThat(
              jar.stream()
                  .map(ZipEntry::getName)
                  .filter(name -> name.endsWith(".class") && !name.startsWith(VERSIONED))
                  .map(name -> name.split("/")[2])
                  .distinct())
          .containsExactlyInAnyOrder(
              "agent",
              "analysis",
              "cli",
              "config",
              "gate",
              "hook",
              "http",
              "instrument",
              "journal",
              "measure",
              "model",
              "recorder",
              "report",
              "shaded",
              "sockets",
              "values");
      assertThat(
              jar.stream()
                  .map(ZipEntry::getName)
                  .filter(name -> name.startsWith("dev/churnagent/shaded/"))
                  .filter(name -> name.endsWith(".class"))
                  .map(name -> name.split("/")[3])
                  .distinct())
          .containsExactlyInAnyOrder(
              "bytebuddy", "hdrhistogram", "jackson", "snakeyaml", "picocli");
    }
  }

  @Test
  void shouldHaveExactlyTheKnownManifest() throws IOException {
    try (JarFile jar = new JarFile(AgentProcess.agentJar().toFile())) {
      assertThat(jar.getManifest().getEntries()).isEmpty();
      assertThat(jar.getManifest().getMainAttributes().keySet().stream().map(Object::toString))
          .containsExactlyInAnyOrder(
              "Manifest-Version",
              "Created-By",
              "Build-Jdk-Spec",
              "Main-Class",
              "Premain-Class",
              "Agent-Class",
              "Boot-Class-Path",
              "Multi-Release",
              "Can-Redefine-Classes",
              "Can-Retransform-Classes",
              "Implementation-Title",
              "Implementation-Version",
              "Add-Exports");
      assertThat(jar.getManifest().getMainAttributes().getValue("Boot-Class-Path"))
          .isEqualTo(AgentProcess.agentJar().getFileName().toString());
    }
  }

  @Test
  void shouldBeSmall() {
    assertThat(AgentProcess.agentJar().toFile().length()).isLessThanOrEqualTo(MAX_BYTES);
  }

  @Test
  void shouldTellOldJvmsByAClassTheyCanRead() throws IOException {
    assertThat(version("dev/churnagent/agent/ChurnAgent.class")).isEqualTo(JAVA_8);
    assertThat(version("dev/churnagent/agent/AgentLauncher.class")).isEqualTo(JAVA_17);
  }

  private static int version(String entry) throws IOException {
    try (JarFile jar = new JarFile(AgentProcess.agentJar().toFile());
        DataInputStream in = new DataInputStream(jar.getInputStream(jar.getEntry(entry)))) {
      assertThat(in.readInt()).isEqualTo(0xCAFEBABE);
      in.readUnsignedShort();
      return in.readUnsignedShort();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.churnagent.it.support.Jdks#all")
  void shouldRunAsACommand(Jdk jdk) throws IOException {
    Finished help = AgentProcess.churn(jdk, "--help");
    assertThat(help.status()).as(help::everything).isZero();
    assertThat(help.stderr()).isEmpty();
    assertThat(String.join("\n", help.stdout())).contains("report", "check", "attach");
    Finished version = AgentProcess.churn(jdk, "--version");
    assertThat(version.status()).isZero();
    try (JarFile jar = new JarFile(AgentProcess.agentJar().toFile())) {
      assertThat(String.join("\n", version.stdout()))
          .contains(jar.getManifest().getMainAttributes().getValue("Implementation-Version"));
    }
    assertThat(AgentProcess.churn(jdk, "reprot").status()).isEqualTo(2);
  }
}
