package dev.churnagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWaitCommandTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "--interval=0, --interval must be",
    "--interval=NaN, --interval must be",
    "--interval=x, --interval",
    "--top=0, --top must be",
    "nowhere, does not exist",
  })
  void shouldRefuseWhatMakesNoSense(String argument, String message) {
    CommandLineRun run = CommandLineRun.in(directory, "timewait", argument);

    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
    assertThat(run.err()).contains(message).hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldLookOnce() {
    CommandLineRun run = CommandLineRun.in(directory, "timewait");

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.ALL_HELD);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(" in TIME_WAIT of ").contains(" ephemeral ports (");
  }
}
