package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.it.program.ChildFirstLoader;
import dev.churnagent.it.program.LoadedByOwnLoader;
import dev.churnagent.it.program.Mixed;
import dev.churnagent.it.program.MockedThenMixed;
import dev.churnagent.it.program.OwnLibraries;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Compiled;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.MixedTruth;
import dev.churnagent.it.support.RawServer;
import dev.churnagent.it.support.RunReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Unusual class loaders, module applications, nested jars, other libraries, other agents. */
class CoexistenceIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";
  private static final int TIMES = 3;

  private RawServer server;

  @BeforeEach
  void startServer() {
    server = RawServer.start(RawServer.Mode.CLIENT_CLOSES_FIRST);
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldWorkUnderACustomSystemClassLoader(Jdk jdk) {
    String loader = "-Djava.system.class.loader=" + ChildFirstLoader.class.getName();
    Finished run =
        AgentProcess.java(jdk)
            .flags(loader, "-Xverify:all", "-Xshare:off")
            .main(LoadedByOwnLoader.class, server.port(), TIMES)
            .run();
    MixedTruth.verify(run, server, TIMES);
    assertThat(run.programStderr()).contains("the program's own error line");
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldFindTheSiteInAModule(Jdk jdk) {
    Path module =
        Compiled.classes(
            Map.of(
                "module-info.java",
                "module acme.app {}",
                "acme/App.java",
                """
                package acme;
                public class App {
                  public static void main(String[] args) throws Exception {
                    open(Integer.parseInt(args[0]));
                  }
                  static void open(int port) throws Exception {
                    new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), port).close();
                  }
                }
                """));
    Finished run = AgentProcess.java(jdk).module(module, "acme.app/acme.App", server.port()).run();
    assertThat(run.status()).as(run::everything).isZero();
    assertThat(run.programStderr()).isEmpty();
    JsonNode site = run.report().site("open");
    assertThat(site.path("class").asText()).isEqualTo("acme.App");
    assertThat(site.path("line").asInt()).isEqualTo(7);
    assertThat(site.path("kind").asText()).isEqualTo("application");
    assertThat(run.report().connections()).isEqualTo(1).isEqualTo(server.drain());
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldLeaveTheProgramItsOwnLibraries(Jdk jdk) {
    Path libraries = Path.of(System.getProperty("churn.it.libraries"));
    Finished run =
        AgentProcess.java(jdk)
            .classPath(
                libraries.resolve("byte-buddy.jar"),
                libraries.resolve("jackson-core.jar"),
                libraries.resolve("jackson-annotations.jar"),
                libraries.resolve("jackson-databind.jar"),
                testClasses())
            .main(OwnLibraries.class, server.port())
            .run();
    assertThat(run.status()).as(run::everything).isZero();
    assertThat(run.told("jackson ")).isEqualTo("2.17.2");
    assertThat(run.told("json ")).isEqualTo("{\"a\":1}");
    assertThat(run.told("byte-buddy ")).isEqualTo(libraries.getFileName().toString());
    assertThat(run.told("made ")).isEqualTo("made");
    assertThat(run.report().connections("connect")).isEqualTo(2).isEqualTo(server.drain());
  }

  /** Where this test's own classes lie. */
  private static Path testClasses() {
    return Path.of(System.getProperty("java.class.path").split(":")[0]);
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldWorkFromAnyPath(Jdk jdk) throws IOException {
    for (String name : List.of("churn-agent.jar", "my agent \u00e9.jar")) {
      Path folder =
          Files.createDirectory(AgentProcess.newFolder().resolve("a b \u00fc \u4e2d +%20"));
      Path jar = Files.copy(AgentProcess.agentJar(), folder.resolve(name));
      try (RawServer own = RawServer.start(RawServer.Mode.CLIENT_CLOSES_FIRST)) {
        Finished run = AgentProcess.java(jdk).agent(jar).main(Mixed.class, own.port(), TIMES).run();
        MixedTruth.verify(run, own, TIMES);
        assertThat(run.programStderr()).containsExactly("the program's own error line");
      }
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldTellApplicationFromLibraryInNestedJars(Jdk jdk) throws IOException {
    Path library =
        Compiled.classes(
            Map.of(
                "lib/Client.java",
                """
                package lib;
                public class Client {
                  public static void fetch(int port) throws Exception {
                    new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), port).close();
                  }
                  public static Thread background(int port) {
                    return new Thread() {
                      @Override public void run() { inBackground(port); }
                    };
                  }
                  static void inBackground(int port) {
                    try { fetch(port); } catch (Exception e) { throw new IllegalStateException(e); }
                  }
                }
                """));
    Path application =
        Compiled.classes(
            Map.of(
                "acme/Boot.java",
                """
                package acme;
                public class Boot {
                  public static void main(String[] args) throws Exception {
                    int port = Integer.parseInt(args[0]);
                    load(port);
                    Thread thread = lib.Client.background(port);
                    thread.start();
                    thread.join();
                  }
                  static void load(int port) throws Exception {
                    lib.Client.fetch(port);
                    lib.Client.fetch(port);
                  }
                }
                """),
            library);
    Path jar = bootJar(application, library);
    Finished run = AgentProcess.java(jdk).jar(jar, server.port()).run();
    assertThat(run.status()).as(run::everything).isZero();
    RunReport report = run.report();
    assertThat(report.sites("load")).hasSize(2);
    for (JsonNode site : report.sites("load")) {
      assertThat(site.path("class").asText()).isEqualTo("acme.Boot");
      assertThat(site.path("kind").asText()).isEqualTo("application");
      assertThat(site.path("stacks").get(0).path("frames").toString()).contains("lib.Client.fetch");
    }
    assertThat(report.connections("load")).isEqualTo(2);
    assertThat(report.sites("main")).hasSize(1);
    assertThat(report.site("main").path("attribution").asText()).isEqualTo("handoff");
    assertThat(report.connections()).isEqualTo(3).isEqualTo(server.drain());

    RunReport notFollowed =
        AgentProcess.java(jdk).option("handoff", "false").jar(jar, server.port()).run().report();
    List<JsonNode> libraries = notFollowed.sites(s -> s.path("kind").asText().equals("library"));
    assertThat(libraries).hasSize(1);
    assertThat(libraries.get(0).path("class").asText()).startsWith("lib.Client");
    assertThat(libraries.get(0).path("attribution").asText()).isEqualTo("stack");
    assertThat(notFollowed.connections()).isEqualTo(3).isEqualTo(server.drain() - 3);
  }

  private static Path bootJar(Path application, Path library) throws IOException {
    ByteArrayOutputStream nested = new ByteArrayOutputStream();
    try (JarOutputStream out = new JarOutputStream(nested)) {
      Compiled.addAll(out, library, "");
    }
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(
        Attributes.Name.MAIN_CLASS, "org.springframework.boot.loader.launch.JarLauncher");
    attributes.put(new Attributes.Name("Start-Class"), "acme.Boot");
    attributes.put(new Attributes.Name("Spring-Boot-Classes"), "BOOT-INF/classes/");
    attributes.put(new Attributes.Name("Spring-Boot-Lib"), "BOOT-INF/lib/");
    Path jar = AgentProcess.newFolder().resolve("boot.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      Compiled.addClassesOf(out, agentOf("spring-boot-loader.jar"));
      out.putNextEntry(new JarEntry("BOOT-INF/classes/"));
      Compiled.addAll(out, application, "BOOT-INF/classes/");
      Compiled.addStored(out, "BOOT-INF/lib/lib.jar", nested.toByteArray());
    }
    return jar;
  }

  static Stream<Arguments> agents() {
    return Jdks.all()
        .flatMap(
            jdk ->
                Stream.of("jacoco", "mockito", "opentelemetry")
                    .flatMap(
                        other ->
                            Stream.of(
                                Arguments.of(jdk, other, true), Arguments.of(jdk, other, false))));
  }

  @ParameterizedTest(name = "{0} {1}, first: {2}")
  @MethodSource("agents")
  void shouldWorkBesideOtherAgents(Jdk jdk, String other, boolean first) {
    Finished alone = beside(jdk, other).withoutAgent().run();
    assertThat(alone.status()).as(alone::everything).isZero();
    int before = server.drain();
    assertThat(before).isEqualTo(MixedTruth.METHODS.size() * TIMES);
    try (RawServer own = RawServer.start(RawServer.Mode.CLIENT_CLOSES_FIRST)) {
      AgentProcess.Builder builder = AgentProcess.java(jdk);
      String[] flags = flags(other);
      Finished run =
          describe(first ? builder.flagsFirst(flags) : builder.flags(flags), other, own).run();
      MixedTruth.verify(run, own, TIMES);
      assertThat(normalised(run.programStderr()))
          .containsExactlyInAnyOrderElementsOf(normalised(alone.stderr()));
    }
  }

  private AgentProcess.Builder beside(Jdk jdk, String other) {
    return describe(AgentProcess.java(jdk).flags(flags(other)), other, server);
  }

  private static AgentProcess.Builder describe(
      AgentProcess.Builder builder, String other, RawServer server) {
    if (!other.equals("mockito")) {
      return builder.main(Mixed.class, server.port(), TIMES);
    }
    return builder
        .classPath(
            System.getProperty("java.class.path"),
            agentOf("mockito-core.jar"),
            agentOf("byte-buddy-agent.jar"),
            agentOf("objenesis.jar"))
        .main(MockedThenMixed.class, server.port(), TIMES);
  }

  private static String[] flags(String other) {
    return switch (other) {
      case "jacoco" -> new String[] {"-javaagent:" + agentOf("org.jacoco.agent-runtime.jar")};
      case "mockito" -> new String[] {"-javaagent:" + agentOf("mockito-core.jar")};
      default ->
          new String[] {
            "-javaagent:" + agentOf("opentelemetry-javaagent.jar"),
            "-Dotel.traces.exporter=none",
            "-Dotel.metrics.exporter=none",
            "-Dotel.logs.exporter=none"
          };
    };
  }

  private static Path agentOf(String name) {
    return Path.of(System.getProperty("churn.it.agents"), name).toAbsolutePath();
  }

  /** Times differ from run to run. */
  private static List<String> normalised(List<String> lines) {
    return lines.stream().map(line -> line.replaceAll("\\d+", "N")).toList();
  }
}
