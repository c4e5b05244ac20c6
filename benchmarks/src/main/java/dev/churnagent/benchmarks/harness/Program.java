package dev.churnagent.benchmarks.harness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A folder with nothing but the classes of one measured program, so that neither the benchmarks'
 * large jar nor the agent's classes in it stand on the program's class path.
 */
public final class Program {
  private final Path folder;

  private Program(Path folder) {
    this.folder = folder;
  }

  /** Copies these classes, which must not have nested ones. */
  public static Program of(Path folder, Class<?>... classes) throws IOException {
    for (Class<?> type : classes) {
      String file = type.getName().replace('.', '/') + ".class";
      Path target = folder.resolve(file);
      Files.createDirectories(target.getParent());
      try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
        Files.copy(in, target);
      }
    }
    return new Program(folder);
  }

  /**
   * Compiles one more class into the folder.
   *
   * @param name the full class name
   * @throws IllegalStateException if it does not compile, or this is no JDK
   */
  public void compile(String name, String source) throws IOException {
    Path file = Files.createTempDirectory("churn-source").resolve(name.replace('.', '/') + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("the benchmarks must run on a JDK");
    }
    List<String> options = new ArrayList<>(List.of("--release", "17", "-g", "-proc:none"));
    options.addAll(List.of("-cp", folder.toString(), "-d", folder.toString(), file.toString()));
    if (compiler.run(null, null, null, options.toArray(new String[0])) != 0) {
      throw new IllegalStateException(file + " does not compile");
    }
  }

  /** The class path. */
  public Path folder() {
    return folder;
  }
}
