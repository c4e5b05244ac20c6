package dev.churnagent.benchmarks.volume;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.churnagent.benchmarks.harness.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteClassesTest {

  @Test
  void shouldCompile(@TempDir Path folder) throws Exception {
    Program program = Program.of(folder, VolumeClient.class, SiteGroup.class, SiteClasses.class);

    assertThatCode(() -> program.compile(SiteClasses.name(3), SiteClasses.source(3)))
        .doesNotThrowAnyException();
  }
}
