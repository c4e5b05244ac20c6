package dev.churnagent.it.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.tools.ToolProvider;

/** Small programs that are made by the test, because they need a module or a jar of their own. */
public final class Compiled {
  private Compiled() {}

  /**
   * Compiles for Java 17.
   *
   * @param sources text by file name
   * @return the folder of the classes
   */
  public static Path classes(Map<String, String> sources, Path... classPath) {
    Path classes = AgentProcess.newFolder().resolve("classes");
    classesTo(classes, sources, classPath);
    return classes;
  }

  /** The same into a folder that the caller chooses; the sources come to lie beside it. */
  public static void classesTo(Path classes, Map<String, String> sources, Path... classPath) {
    List<String> words =
        new ArrayList<>(List.of("--release", "17", "-proc:none", "-d", classes.toString()));
    if (classPath.length > 0) {
      words.add("-cp");
      words.add(String.join(":", Stream.of(classPath).map(Path::toString).toList()));
    }
    try {
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Path file = classes.resolveSibling(classes.getFileName() + "-src").resolve(source.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, source.getValue());
        words.add(file.toString());
      }
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int status =
          ToolProvider.getSystemJavaCompiler().run(null, err, err, words.toArray(new String[0]));
      if (status != 0) {
        throw new IllegalStateException(err.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds each file of a folder below a prefix. */
  public static void addAll(JarOutputStream jar, Path folder, String prefix) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        jar.putNextEntry(new JarEntry(prefix + folder.relativize(file)));
        Files.copy(file, jar);
        jar.closeEntry();
      }
    }
  }

  /** Adds the classes of another jar, not its manifest. */
  public static void addClassesOf(JarOutputStream jar, Path other) throws IOException {
    try (JarFile from = new JarFile(other.toFile())) {
      for (JarEntry entry : from.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        jar.putNextEntry(new JarEntry(entry.getName()));
        from.getInputStream(entry).transferTo(jar);
        jar.closeEntry();
      }
    }
  }

  /** Adds a file without compression, as nested jars must be. */
  public static void addStored(JarOutputStream jar, String name, byte[] content)
      throws IOException {
    JarEntry entry = new JarEntry(name);
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setMethod(JarEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    jar.putNextEntry(entry);
    jar.write(content);
    jar.closeEntry();
  }
}
