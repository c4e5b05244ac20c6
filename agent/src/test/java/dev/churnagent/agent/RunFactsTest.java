package dev.churnagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.config.Settings;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.Watching;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFactsTest {
  private static final String COMMAND = "sun.java.command";

  @TempDir Path directory;
  private String command;

  @BeforeEach
  void keepTheCommand() {
    command = System.getProperty(COMMAND);
  }

  @AfterEach
  void putTheCommandBack() {
    System.setProperty(COMMAND, command);
  }

  @Test
  void shouldTellWhereAndWhatRuns() throws Exception {
    RunInfo run = collect("com.acme.Main --password=secret", "app=com.acme.**;org.x.*");

    assertThat(run.id()).isEqualTo("id");
    assertThat(run.pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(run.os())
        .isEqualTo(
            System.getProperty("os.name")
                + " "
                + System.getProperty("os.version")
                + " "
                + System.getProperty("os.arch"));
    assertThat(run.java()).startsWith(System.getProperty("java.runtime.version")).endsWith(")");
    assertThat(run.startedAt()).isEqualTo(Instant.EPOCH);
    assertThat(run.applicationPatterns()).containsExactly("com.acme.**", "org.x.*");
    assertThat(run.attached()).isTrue();
    assertThat(run.mainClass()).as("never its arguments").isEqualTo("com.acme.Main");
    assertThat(run.mainLocation()).as("a class that is nowhere").isNull();
  }

  @Test
  void shouldTellWhichFetchesAreToBeRecorded() throws Exception {
    RunInfo run =
        collect("a.B", "http=false,watch=a.B#c;d.**,scope=e.F#run,chain-window=2min,stacks=false");

    assertThat(run.watching())
        .isEqualTo(
            new Watching(false, List.of("a.B#c", "d.**"), List.of("e.F#run"), 120_000_000_000L));
    assertThat(collect("a.B", "").watching())
        .isEqualTo(new Watching(true, List.of(), List.of(), 60_000_000_000L));
  }

  @Test
  void shouldKnowNoMainClassOfAJvmWithoutACommand() throws Exception {
    for (String none : new String[] {"", " "}) {
      assertThat(collect(none, "").mainClass()).isNull();
      assertThat(collect(none, "").mainLocation()).isNull();
    }
  }

  @Test
  void shouldFindTheJarThatHoldsTheMainClass() throws Exception {
    RunInfo run = collect("org.junit.jupiter.api.Test x", "");

    assertThat(run.mainLocation()).startsWith("file:/").contains("junit-jupiter-api").endsWith("r");
    assertThat(collect(getClass().getName(), "").mainLocation()).as("a folder").isNull();
  }

  @Test
  void shouldFindTheMainJarThoughItsPathHoldsSpacesAndJars() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("my.jars and more"));
    Path jar = Files.writeString(folder.resolve("an app.jar"), "");
    for (String arguments : new String[] {"", " --lib=other.jar", " x.jar"}) {
      RunInfo run = collect(jar + arguments, "");

      assertThat(run.mainClass()).isEqualTo(jar.toString());
      assertThat(run.mainLocation()).isEqualTo("file:" + jar.toRealPath().toUri().getRawPath());
    }
  }

  private RunInfo collect(String started, String arguments) throws Exception {
    System.setProperty(COMMAND, started);
    return RunFacts.collect(
        "id", Instant.EPOCH, Settings.load(arguments, Map.of(), directory), true);
  }
}
