package dev.churnagent.benchmarks.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.benchmarks.harness.BatchClient;
import dev.churnagent.benchmarks.harness.Program;
import java.net.InetAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectDepthTest {

  @Test
  void shouldHaveAsManyDistinctFramesAsAsked(@TempDir Path folder) throws Exception {
    Program program = Program.of(folder, BatchClient.class, ConnectClient.class, Connector.class);
    program.compile(ConnectBenchmark.CALLS.name(12), ConnectBenchmark.CALLS.source(12));
    URL[] classPath = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classPath, null)) {
      Class<?> type = loader.loadClass(ConnectBenchmark.CALLS.name(12));
      Object connector = type.getDeclaredConstructor().newInstance();
      var connect = type.getMethod("connect", InetAddress.class, int.class);
      Throwable refused = null;
      try {
        connect.invoke(connector, InetAddress.getLoopbackAddress(), -1);
      } catch (java.lang.reflect.InvocationTargetException e) {
        refused = e.getCause();
      }

      // Without main, measure and batch, which are not below this test's call.
      assertThat(refused).isInstanceOf(IllegalArgumentException.class);
      long frames =
          java.util.Arrays.stream(refused.getStackTrace())
              .filter(frame -> frame.getClassName().startsWith(Connector.class.getPackageName()))
              .filter(frame -> !frame.getClassName().endsWith("Test"))
              .map(StackTraceElement::toString)
              .distinct()
              .count();
      assertThat(frames).isEqualTo(12 - 3);
    }
  }
}
