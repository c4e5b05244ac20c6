package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Compiled;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.RawServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was accepted passes and only what is new or worse fails; two runs compared. */
class BaselineIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";
  private static final int HELD = 0;
  private static final int VIOLATED = 1;
  private static final int UNUSABLE = 2;
  private static final int GATE = 3;
  private static final int USUAL = 20;
  private static final int MORE = 30;

  private RawServer server;

  @BeforeEach
  void startServer() {
    server = RawServer.start(RawServer.Mode.CLIENT_CLOSES_FIRST);
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  /**
   * A program with two call sites, one of them in a lambda inside an anonymous class.
   *
   * @param above what stands above both
   */
  private static Path program(String above) {
    return Compiled.classes(
        Map.of(
            "acme/Flow.java",
            "package acme;\n"
                + "import java.net.InetAddress;\n"
                + "import java.net.Socket;\n"
                + "public class Flow {\n"
                + "  interface Work { void work() throws Exception; }\n"
                + above
                + "  static void connect(int port) throws Exception {\n"
                + "    new Socket(InetAddress.getLoopbackAddress(), port).close();\n"
                + "  }\n"
                + "  static Work nested(int port) {\n"
                + "    return new Work() {\n"
                + "      public void work() throws Exception {\n"
                + "        Work inner = () ->\n"
                + "            new Socket(InetAddress.getLoopbackAddress(), port).close();\n"
                + "        inner.work();\n"
                + "      }\n"
                + "    };\n"
                + "  }\n"
                + "  public static void main(String[] args) throws Exception {\n"
                + "    int port = Integer.parseInt(args[0]);\n"
                + "    for (int i = 0; i < Integer.parseInt(args[1]); i++) connect(port);\n"
                + "    for (int i = 0; i < Integer.parseInt(args[2]); i++) nested(port).work();\n"
                + "  }\n"
                + "}\n"));
  }

  /** Another anonymous class and another lambda before those that connect. */
  private static final String EDITED =
      "  // a line\n"
          + "  static final Runnable FIRST = new Runnable() { public void run() {} };\n"
          + "  static final Runnable SECOND = () -> {};\n";

  private AgentProcess.Builder run(Jdk jdk, Path classes, int connects, int nested) {
    return AgentProcess.java(jdk)
        .classPath(classes)
        .main("acme.Flow", server.port(), connects, nested);
  }

  private static Path config(Path folder, String baseline) throws IOException {
    return Files.writeString(
        folder.resolve("churn.yaml"), "limits:\n  - max-connections: 5\n" + baseline);
  }

  @Test
  void shouldFailOnlyForWhatIsNewOrWorse() throws IOException {
    Jdk jdk = Jdks.newest();
    Path folder = AgentProcess.newFolder();
    Path config = config(folder, "");
    Path baseline = folder.resolve("churn-baseline.json");
    Finished usual = run(jdk, program(""), USUAL, USUAL).run();
    assertThat(check(VIOLATED, usual, "--config", config)).hasSize(3);

    check(HELD, usual, "--config", config, "--write-baseline", baseline, "--reason", "as it was");
    JsonNode entries = new ObjectMapper().readTree(baseline.toFile()).path("entries");
    assertThat(entries.findValuesAsText("subject"))
        .containsExactly("acme.Flow$*.work", "acme.Flow.connect");
    check(HELD, usual, "--config", config, "--baseline", baseline);
    check(HELD, stored(usual), "--config", config, "--baseline", baseline);

    Finished edited = run(jdk, program(EDITED), USUAL, USUAL).run();
    assertThat(edited.report().site("work").path("class").asText()).isEqualTo("acme.Flow$2");
    check(HELD, edited, "--config", config, "--baseline", baseline);

    Finished worse = run(jdk, program(EDITED), MORE, USUAL).run();
    List<String> lines = check(VIOLATED, worse, "--config", config, "--baseline", baseline);
    assertThat(lines.get(0))
        .startsWith("acme.Flow.connect(Flow.java:")
        .contains(": 30 connections");
    assertThat(lines.get(1)).contains("worse than accepted: 20");
    assertThat(lines).contains("FAIL: 1 of 2 checks violated");
    assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("accepted: acme.Flow$2.work"));

    Finished cured = run(jdk, program(EDITED), 1, USUAL).run();
    assertThat(check(HELD, cured, "--config", config, "--baseline", baseline))
        .anySatisfy(line -> assertThat(line).contains("no longer needed: acme.Flow.connect ["));
  }

  private static Path stored(Finished run) throws IOException {
    Path folder = AgentProcess.newFolder();
    return Files.copy(run.runFolder().resolve("report.json"), folder.resolve("report.json"));
  }

  private static List<String> check(int status, Finished run, Object... options) {
    return check(status, run.runFolder(), options);
  }

  private static List<String> check(int status, Path path, Object... options) {
    Object[] command = new Object[options.length + 2];
    command[0] = "check";
    command[1] = path;
    System.arraycopy(options, 0, command, 2, options.length);
    Finished check = AgentProcess.churn(Jdks.newest(), command);
    assertThat(check.status()).as(check::everything).isEqualTo(status);
    assertThat(check.stderr()).as(check::everything).isEmpty();
    return check.stdout();
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldHoldTheJvmItselfToTheBaseline(Jdk jdk) throws IOException {
    Path classes = program("");
    Path folder = AgentProcess.newFolder();
    Path baseline = folder.resolve("b.json");
    Path config = config(folder, "baseline: " + baseline + "\non-violation: exit\n");

    Finished none = run(jdk, classes, USUAL, 1).option("config", config).run();
    assertThat(none.status()).as(none::everything).isEqualTo(UNUSABLE);
    assertThat(none.stderr())
        .singleElement()
        .asString()
        .contains("churn.yaml: line 3, column 1: baseline: '" + baseline + "' does not exist");
    assertThat(none.runFolders()).isEmpty();
    assertThat(server.drain()).as("main did not run").isZero();

    Finished first = run(jdk, classes, USUAL, 1).run();
    check(HELD, first, "--config", config, "--write-baseline", baseline);

    Finished same = run(jdk, classes, USUAL, 1).option("config", config).run();
    assertThat(same.status()).as(same::everything).isEqualTo(HELD);
    assertThat(same.report().json().path("verdict").asText()).isEqualTo("pass");
    assertThat(same.report().json().path("limits").findValuesAsText("verdict"))
        .containsExactlyInAnyOrder("accepted", "pass");
    assertThat(same.report().isWhole()).isTrue();
    assertThat(same.agentStderr()).anySatisfy(line -> assertThat(line).contains("1 accepted"));

    Finished worse = run(jdk, classes, USUAL, MORE).option("config", config).run();
    assertThat(worse.status()).as(worse::everything).isEqualTo(GATE);
    assertThat(worse.report().json().path("verdict").asText()).isEqualTo("fail");

    Files.writeString(baseline, "{\"schema\": \"churn-baseline/1\", \"entires\": []}");
    Finished slip = run(jdk, classes, USUAL, 1).option("config", config).run();
    assertThat(slip.status()).as(slip::everything).isEqualTo(UNUSABLE);
    assertThat(slip.stderr())
        .singleElement()
        .asString()
        .contains("line 1, column 32: entires: unknown key; did you mean 'entries'?");
  }

  @Test
  void shouldTellWhatBecameOfEachSite() throws IOException {
    Jdk jdk = Jdks.newest();
    Finished before = run(jdk, program(""), USUAL, USUAL).run();
    Finished after = run(jdk, program(EDITED), USUAL, MORE).run();

    Finished text = AgentProcess.churn(jdk, "diff", before.runFolder(), after.runFolder());
    assertThat(text.status()).as(text::everything).isEqualTo(HELD);
    assertThat(text.stderr()).isEmpty();
    assertThat(text.stdout())
        .anySatisfy(line -> assertThat(line).startsWith("  worse  acme.Flow$2.work:"))
        .noneSatisfy(line -> assertThat(line).contains("acme.Flow.connect"));

    Finished json = AgentProcess.churn(jdk, "diff", stored(before), after.runFolder(), "--json");
    assertThat(json.status()).as(json::everything).isEqualTo(HELD);
    JsonNode diff = new ObjectMapper().readTree(String.join("\n", json.stdout()));
    assertThat(diff.path("schema").asText()).isEqualTo("churn-diff/1");
    JsonNode sites = diff.path("sites");
    assertThat(sites.findValuesAsText("site"))
        .containsExactly("acme.Flow$2.work", "acme.Flow.connect");
    JsonNode connections = sites.get(0).path("figures").get(0);
    assertThat(connections.toString())
        .isEqualTo("{\"name\":\"connections\",\"before\":20,\"after\":30,\"change\":\"worse\"}");
    assertThat(sites.get(1).path("figures").get(0).path("change").asText()).isEqualTo("same");
    assertThat(sites.get(1).path("beforeLine").asInt())
        .isLessThan(sites.get(1).path("afterLine").asInt());
  }
}
