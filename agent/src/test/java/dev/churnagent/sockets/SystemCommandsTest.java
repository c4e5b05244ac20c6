package dev.churnagent.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs({OS.LINUX, OS.MAC})
class SystemCommandsTest {
  @Test
  void shouldReadAllThatIsPrintedAndNothingOfStderr() {
    CommandOutput output = new SystemCommands().run("sh", "-c", "seq 1 100000; echo problem >&2");

    assertThat(output.problem()).isNull();
    String text = new String(output.bytes(), StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith("1\n2\n").endsWith("\n100000\n").doesNotContain("problem");
  }

  @Test
  void shouldGiveNothingToStdin() {
    assertThat(new SystemCommands().run("cat").problem()).isNull();
  }

  @Test
  void shouldEndACommandThatTakesTooLong() {
    CommandOutput output = new SystemCommands(50).run("sleep", "600");

    assertThat(output.problem()).contains("'sleep' did not end in 50 ms");
  }

  /**
   * The JDK may end the stream when the command ends, or leave it to whoever still has the pipe;
   * either way nobody waits for the grandchild.
   */
  @Test
  @Timeout(20)
  void shouldNotWaitForAGrandchildThatKeepsThePipe() {
    CommandOutput output = new SystemCommands(50).run("sh", "-c", "sleep 40 & exit 0");

    if (output.problem() != null) {
      assertThat(output.problem()).contains("did not end");
    }
  }

  @Test
  void shouldSayWhatFailed() {
    assertThat(new SystemCommands().run("no-such-command").problem())
        .contains("'no-such-command' can't be run");
    assertThat(new SystemCommands().run("false").problem()).contains("status 1");
  }
}
