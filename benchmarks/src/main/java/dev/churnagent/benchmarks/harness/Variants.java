package dev.churnagent.benchmarks.harness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Makes variants by name. */
public final class Variants {
  private static final String WATCHED = "java.net.Socket";

  private final Path agent;
  private final Path tools;
  private final Path work;

  private record Simple(String name, List<String> options) implements Variant {
    @Override
    public List<String> options(Path folder) {
      return options;
    }
  }

  private record Writing(String name, String before, String file, String after) implements Variant {
    @Override
    public List<String> options(Path folder) {
      return List.of(before + folder.resolve(file) + after);
    }
  }

  /**
   * Makes them from these files.
   *
   * @param work a folder for what must be unpacked or made
   */
  public Variants(Path agent, Path tools, Path work) {
    this.agent = agent;
    this.tools = tools;
    this.work = work;
  }

  /**
   * The variants of that name on that JDK, without those whose tool is not there.
   *
   * @throws IllegalArgumentException for an unknown name
   */
  public List<Variant> of(List<String> names, Jdk jdk) throws IOException {
    List<Variant> variants = new ArrayList<>();
    variants.add(new Simple(Variant.NONE, List.of()));
    for (String name : names) {
      Variant variant = of(name, jdk);
      if (variant == null) {
        System.err.println(name + " is not here (" + tools + "), or not for JDK " + jdk.name());
      } else {
        variants.add(variant);
      }
    }
    return variants;
  }

  private Variant of(String name, Jdk jdk) throws IOException {
    return switch (name) {
      case "empty-agent" ->
          new Simple(name, List.of("-javaagent:" + EmptyAgent.jar(work.resolve("empty.jar"))));
      case Variant.AGENT -> new Writing(name, "-javaagent:" + agent + "=output=", "runs", "");
      case "jacoco" -> {
        Path jar = tool("org.jacoco.agent");
        yield jar == null
            ? null
            : new Writing(name, "-javaagent:" + jar + "=destfile=", "jacoco.exec", "");
      }
      case "file-leak-detector" -> {
        Path jar = tool("file-leak-detector");
        yield jar == null ? null : new Simple(name, List.of("-javaagent:" + jar));
      }
      case "async-profiler" -> {
        Path jar = tool("async-profiler");
        yield jar == null ? null : asyncProfiler(name, jar);
      }
      case "jfr-method-trace" ->
          jdk.feature() < 25
              ? null
              : new Writing(
                  name,
                  "-XX:StartFlightRecording:method-trace=" + WATCHED + "::connect,filename=",
                  "trace.jfr",
                  "");
      default -> throw new IllegalArgumentException("no variant '" + name + "'");
    };
  }

  private Variant asyncProfiler(String name, Path jar) throws IOException {
    Path library = work.resolve("libasyncProfiler.so");
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    try (JarFile file = new JarFile(jar.toFile())) {
      JarEntry entry =
          file.getJarEntry((arm ? "linux-arm64/" : "linux-x64/") + library.getFileName());
      if (entry == null) {
        return null;
      }
      if (!Files.exists(library)) {
        try (InputStream in = file.getInputStream(entry)) {
          Files.copy(in, library);
        }
      }
    }
    String start = "-agentpath:" + library + "=start,event=" + WATCHED + ".connect,file=";
    return new Writing(name, start, "trace.collapsed", "");
  }

  private Path tool(String prefix) throws IOException {
    if (!Files.isDirectory(tools)) {
      return null;
    }
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(tools, prefix + "*.jar")) {
      for (Path jar : jars) {
        return jar;
      }
    }
    return null;
  }
}
