package dev.churnagent.it.matrix;

import dev.churnagent.it.support.Commands;
import dev.churnagent.it.support.Compiled;
import dev.churnagent.it.support.Jdks;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compiles each program once for each version of its client. */
final class Programs {
  private static final Path SOURCES = Path.of(System.getProperty("churn.it.programs"));

  /** Where a folder's name is not that of the jar. */
  private static final Map<String, String> JARS =
      Map.ofEntries(
          Map.entry("okhttp", "okhttp(?:-jvm)?"),
          Map.entry("httpclient", "httpclient5?"),
          Map.entry("netty", "netty-transport"),
          Map.entry("netty-native", "netty-transport"),
          Map.entry("reactor-netty", "reactor-netty(?:-http)?"),
          Map.entry("vertx", "vertx-core"),
          Map.entry("vertx-web", "vertx-core"),
          Map.entry("grpc", "grpc-netty-shaded"),
          Map.entry("hikaricp", "HikariCP"),
          Map.entry("pgjdbc", "postgresql"),
          Map.entry("lettuce", "lettuce-core"),
          Map.entry("jedis", "jedis"),
          Map.entry("jersey", "jersey-client"),
          Map.entry("jetty", "jetty-client"),
          Map.entry("async-http", "async-http-client"),
          Map.entry("spring", "spring-web"),
          Map.entry("jboss-threads", "jboss-threads"),
          Map.entry("guava", "guava"),
          Map.entry("pekko", "pekko-actor_2.13"),
          Map.entry("coroutines", "kotlinx-coroutines-core-jvm"));

  private static final Map<String, Programs> COMPILED = new HashMap<>();

  private static Path libraryJar;

  private final List<Path> classPath;

  private Programs(List<Path> classPath) {
    this.classPath = classPath;
  }

  /** The folder of the program's classes, then the jars. */
  Object[] classPath() {
    return classPath.toArray();
  }

  static Programs of(Client client) {
    return COMPILED.computeIfAbsent(client.name() + " " + client.program(), key -> compile(client));
  }

  private static Programs compile(Client client) {
    try {
      List<Path> jars = new ArrayList<>(List.of(library()));
      jars.addAll(jarsOf(client));
      Path classes = folder(client.name() + "-" + client.program());
      List<String> names = new ArrayList<>(List.of("Calls", client.program()));
      if (client.server() == Server.GRPC) {
        names.add("Echo");
      } else if (client.family().startsWith("netty")) {
        names.add("NettyConnects");
      } else if (client.program().endsWith("Queues")) {
        names.add("OneByOne");
      } else if (client.family().equals("vertx-web")) {
        names.add("Vertx");
      }
      if (client.oldestJdk() == 17) {
        compile(names.stream().map(Programs::source).toList(), jars, classes);
      } else {
        compileWithNewest(client.program(), jars, classes);
      }
      List<Path> all = new ArrayList<>(List.of(classes));
      all.addAll(jars);
      return new Programs(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path source(String name) {
    return SOURCES.resolve("programs").resolve(name + ".java");
  }

  private static void compile(List<Path> sources, List<Path> jars, Path classes)
      throws IOException {
    Map<String, String> texts = new HashMap<>();
    for (Path source : sources) {
      texts.put(source.getFileName().toString(), Files.readString(source));
    }
    Compiled.classesTo(classes, texts, jars.toArray(new Path[0]));
  }

  /** By a compiler of its own, since the one in this JVM may be too old. */
  private static void compileWithNewest(String program, List<Path> jars, Path classes) {
    Jdks.Jdk jdk = Jdks.newest();
    Commands.run(
        List.of(
            jdk.tool("javac").toString(),
            "--release",
            "" + jdk.feature(),
            "--enable-preview",
            "-d",
            classes.toString(),
            "-cp",
            String.join(":", jars.stream().map(Path::toString).toList()),
            source("Calls").toString(),
            SOURCES.resolve("programs25").resolve(program + ".java").toString()));
  }

  /** What programs hand over: in a jar, so that its frames are a library's. */
  private static Path library() throws IOException {
    if (libraryJar == null) {
      try (Stream<Path> sources = Files.list(SOURCES.resolve("library"))) {
        Path classes = folder("library");
        compile(sources.toList(), List.of(), classes);
        Path jar = classes.resolveSibling("library.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
          Compiled.addAll(out, classes, "");
        }
        libraryJar = jar;
      }
    }
    return libraryJar;
  }

  /** The exact version of its client, by the names of its jars; empty for the JDK's. */
  static String version(Client client) {
    Pattern jar = Pattern.compile(JARS.getOrDefault(client.family(), "-") + "-(\\d.*)\\.jar");
    try {
      return jarsOf(client).stream()
          .map(file -> jar.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(matcher -> matcher.group(1))
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> jarsOf(Client client) throws IOException {
    List<Path> jars = new ArrayList<>();
    if (client.name().equals(Client.TESTS_OWN)) {
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        if (entry.endsWith(".jar")) {
          jars.add(Path.of(entry));
        }
      }
    } else if (client.folder() != null) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(client.folder(), "*.jar")) {
        files.forEach(jars::add);
      }
      jars.sort(null);
    }
    return jars;
  }

  /** Not one of those that end with a test. */
  private static Path folder(String name) throws IOException {
    return Files.createDirectories(
        Path.of(System.getProperty("churn.it.work"), "matrix", name).toAbsolutePath());
  }
}
