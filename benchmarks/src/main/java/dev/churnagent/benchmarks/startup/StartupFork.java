package dev.churnagent.benchmarks.startup;

import dev.churnagent.benchmarks.harness.Fork;
import dev.churnagent.benchmarks.harness.Jdk;
import dev.churnagent.benchmarks.harness.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Times one whole process from outside. */
record StartupFork(Jdk jdk, Path classPath, Path work) {

  /**
   * Milliseconds since the process was asked for.
   *
   * @param toWork until the program said that it ran
   * @param toEnd until the process was gone, with all that an agent does at the end
   */
  record Times(double toWork, double toEnd) {}

  Times run(Variant variant, Class<?> program, int port) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(work, variant.name());
    Path errors = folder.resolve("stderr.txt");
    ProcessBuilder builder =
        new Fork(jdk)
            .with(variant.options(folder))
            .main(classPath, program.getName(), port)
            .builder()
            .directory(folder.toFile())
            .redirectError(errors.toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    int said = process.getInputStream().read();
    long worked = System.nanoTime();
    process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
    int status = process.waitFor();
    long ended = System.nanoTime();
    if (status != 0 || said < 0) {
      throw new IOException("status " + status + "; see " + errors);
    }
    return new Times((worked - start) / 1e6, (ended - start) / 1e6);
  }
}
