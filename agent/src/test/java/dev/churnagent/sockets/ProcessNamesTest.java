package dev.churnagent.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessNamesTest {
  @TempDir private Path proc;

  @Test
  void shouldNameProcessesOfLinuxAndTellJavaProgramsApart() throws IOException {
    process(17, "nginx\n", "nginx: master process");
    process(18, "java\n", "/usr/bin/java\0-Xmx1g\0-jar\0/opt/app.jar\0--password=x\0");
    ProcessNames names =
        new ProcessNames(OperatingSystem.LINUX, proc.toFile(), new CapturedCommands());

    assertThat(names.nameOf(17)).isEqualTo("nginx");
    assertThat(names.nameOf(18)).isEqualTo("java app.jar");
    assertThat(names.nameOf(19)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "java -cp a.jar com.acme.Main secret, com.acme.Main",
    "java --class-path a.jar -Dx=y com.acme.Main, com.acme.Main",
    "java -m com.acme/com.acme.Main, com.acme.Main",
    "java @options Main, Main",
    "java -version, ",
    "java -jar, ",
  })
  void shouldFindTheMainProgramOfJava(String line, String main) {
    assertThat(JavaCommandLine.main(line.replace(' ', '\0') + '\0')).isEqualTo(main);
  }

  @Test
  void shouldReadTheListsOfOtherSystems() {
    CommandRunner commands =
        new CapturedCommands()
            .with("tasklist", "windows/tasklist.txt")
            .with("ps -axo", "macos/ps.txt");
    ProcessNames windows = new ProcessNames(OperatingSystem.WINDOWS, proc.toFile(), commands);
    ProcessNames mac = new ProcessNames(OperatingSystem.MACOS, proc.toFile(), commands);

    windows.refresh();
    mac.refresh();

    assertThat(windows.nameOf(7344)).isEqualTo("nginx.exe");
    assertThat(windows.nameOf(1)).isNull();
    assertThat(mac.nameOf(4711)).isEqualTo("java");
    assertThat(mac.nameOf(345)).isEqualTo("mds");
  }

  private void process(int pid, String comm, String commandLine) throws IOException {
    Path folder = Files.createDirectories(proc.resolve(Integer.toString(pid)));
    Files.writeString(folder.resolve("comm"), comm);
    Files.writeString(folder.resolve("cmdline"), commandLine);
  }
}
