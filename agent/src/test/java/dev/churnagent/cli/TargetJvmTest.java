package dev.churnagent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TargetJvmTest {
  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldNotTouchAProcessThatIsNoJvm() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    try {
      assertThatExceptionOfType(CommandException.class)
          .isThrownBy(() -> TargetJvm.ofPid(Long.toString(process.pid())))
          .withMessageStartingWith("process " + process.pid() + " is not a JVM");
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
