package dev.churnagent.demo.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.demo.http.KeptConnection;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServersProcessTest {

  @Test
  void shouldCountWithoutOpeningAConnection() throws Exception {
    try (ServersProcess servers = ServersProcess.start()) {
      assertThat(servers.counts(0, 0)).isEqualTo(new ServerCounts(0, 0, 0, 0, 0, 0));

      try (KeptConnection connection = KeptConnection.open(servers.proxy())) {
        connection.get("/status");
        assertThat(servers.counts(1, 1)).isEqualTo(new ServerCounts(1, 1, 0, 1, 1, 1));
      }

      assertThat(servers.counts(1, 0)).isEqualTo(new ServerCounts(1, 0, 1, 1, 0, 1));
    }
  }

  @Test
  void shouldEndTheServersOnClose() throws Exception {
    ServersProcess servers = ServersProcess.start();
    assertThat(servers.handle().isAlive()).isTrue();

    servers.close();

    assertThat(servers.handle().isAlive()).isFalse();
  }

  @Test
  void shouldPassNoJavaOptionsOnToTheServers() {
    ProcessBuilder builder = ServersProcess.command();

    assertThat(builder.environment())
        .doesNotContainKeys("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
    assertThat(builder.command()).noneMatch(word -> word.startsWith("-javaagent"));
  }

  @Test
  void shouldEndTheServersWhenTheDemoIsKilled() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            ServersProcess.ownClasses(),
            "dev.churnagent.demo.Demo",
            "open",
            "3");
    builder.environment().putAll(Map.of("JAVA_TOOL_OPTIONS", "-Dmarker=1"));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process demo = builder.start();
    try (BufferedReader out = new BufferedReader(new InputStreamReader(demo.getInputStream()))) {
      assertThat(out.readLine()).isEqualTo("opened 3; 3 held");
      List<ProcessHandle> servers = demo.toHandle().children().toList();
      assertThat(servers).hasSize(1);

      demo.destroyForcibly();

      servers.get(0).onExit().get(30, TimeUnit.SECONDS);
    } finally {
      demo.destroyForcibly();
    }
  }
}
