package dev.churnagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.hook.CallHook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.asm.Advice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs a JVM of its own, where the JDK's executors are woven and the verifier looks at all. */
class TaskHooksTest {
  @TempDir Path directory;

  @Test
  void shouldFollowWorkToOtherThreads() throws Exception {
    Map<String, String> lines = run(HandOverProgram.class, "scope");

    assertThat(lines.remove("troubles")).isEqualTo("[]");
    assertThat(lines).hasSizeGreaterThanOrEqualTo(20);
    assertThat(lines)
        .allSatisfy(
            (what, context) ->
                assertThat(context)
                    .as(what)
                    .isEqualTo(what.endsWith("outside") ? "null" : "in " + what));
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void shouldFollowWorkToVirtualThreads() throws Exception {
    Map<String, String> lines = run(HandOverProgram.class, "virtual");

    assertThat(lines)
        .containsEntry("troubles", "[]")
        .containsEntry("virtual thread", "in virtual thread")
        .containsEntry("executor of virtual threads", "in executor of virtual threads")
        .containsEntry("virtual thread outside", "null")
        .containsEntry("schedulings told", "0");
  }

  /** Without hooks nothing is followed, or the other tests would prove nothing. */
  @Test
  void shouldFollowNothingUnwoven() throws Exception {
    Map<String, String> lines = run(HandOverProgram.class, "unwoven");

    assertThat(lines).containsEntry("execute", "null").containsEntry("thread", "null");
  }

  /** Loaded before or after: other agents' retransformations keep the advice. */
  @ParameterizedTest
  @ValueSource(strings = {"premain", "attached"})
  void shouldWeaveApplicationClassesInAJvm(String when) throws Exception {
    assertThat(run(ScopeProgram.class, when))
        .containsEntry("troubles", "[]")
        .containsEntry("unmatched", "[]")
        .containsEntry("watched", "[call, called 7]")
        .containsEntry("watched after retransformation", "[call, called 7]")
        .containsEntry("named module", "[call, called 5]")
        .containsEntry("proxy", "[call, called 3]");
  }

  @Test
  void shouldWeaveExecutorsAtTheFirstTestClassOnly() throws Exception {
    assertThat(run(ScopeProgram.class, "test"))
        .containsEntry("troubles", "[]")
        .containsEntry("woven before", "false")
        .containsEntry("woven after", "true")
        .containsEntry("in test", "in test");
  }

  private Map<String, String> run(Class<?> program, String mode) throws Exception {
    Path classes = place(CallHook.class);
    Path tests = place(HandOverProgram.class);
    Path jupiter = place(Test.class);
    Path output = directory.resolve("output");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xverify:all");
    // With less, CompletableFuture starts a thread for each task.
    command.add("-Djava.util.concurrent.ForkJoinPool.common.parallelism=2");
    command.add("--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED");
    command.add("--add-exports=java.base/jdk.internal.access=ALL-UNNAMED");
    command.add("-Xbootclasspath/a:" + classes + java.io.File.pathSeparator + place(Advice.class));
    command.add("-javaagent:" + agentJar(program) + "=" + mode);
    command.add("-cp");
    command.add(tests + java.io.File.pathSeparator + jupiter);
    command.add(program.getName());
    command.add(mode);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(output)).isZero();
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : Files.readAllLines(output, StandardCharsets.UTF_8)) {
      assertThat(line).as("stderr stays as it was").doesNotStartWith("WARNING");
      int equals = line.indexOf('=');
      if (equals > 0) {
        lines.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return lines;
  }

  private Path agentJar(Class<?> program) throws Exception {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", program.getName());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    Path jar = directory.resolve("agent.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

  private static Path place(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
