package dev.churnagent.benchmarks.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.benchmarks.harness.Program;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeDepthTest {

  @Test
  void shouldHaveAsManyDistinctFramesAsAsked(@TempDir Path folder) throws Exception {
    String name = ExchangeBenchmark.CALLS.name(12);
    Program program = Program.of(folder, Exchanger.class, HttpClient.class);
    program.compile(name, ExchangeBenchmark.CALLS.source(12));
    URL[] classPath = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classPath, getClass().getClassLoader())) {
      Exchanger exchanger =
          (Exchanger) loader.loadClass(name).getDeclaredConstructor().newInstance();
      StackTraceElement[][] seen = new StackTraceElement[1][];
      exchanger.exchange(() -> seen[0] = new Throwable().getStackTrace());

      long frames =
          Arrays.stream(seen[0])
              .filter(frame -> frame.getClassName().equals(name))
              .map(StackTraceElement::toString)
              .distinct()
              .count();
      assertThat(frames).as("without main, measure, batch and the client").isEqualTo(12 - 4);
    }
  }
}
