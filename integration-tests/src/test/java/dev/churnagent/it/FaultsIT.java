package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.it.program.Ends;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.RawServer;
import dev.churnagent.it.support.Requirement;
import dev.churnagent.it.support.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a JVM ends: the program is unharmed and the report is honest. */
class FaultsIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";
  private static final int SIGINT = 128 + 2;
  private static final int SIGKILL = 128 + 9;
  private static final int SIGTERM = 128 + 15;

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
  void shouldRebuildEachReturnedConnectAfterKill(Jdk jdk) {
    AgentProcess process =
        AgentProcess.java(jdk).main(Ends.class, server.port(), "connect-forever").start();
    process.awaitLine("connected 500");
    process.kill();
    Finished run = process.await();
    assertThat(run.status()).isEqualTo(SIGKILL);
    assertThat(run.runFolder().resolve("report.json")).doesNotExist();

    Finished rebuilt = AgentProcess.churn(jdk, "report", run.runFolder());
    assertThat(rebuilt.status()).as(rebuilt::everything).isZero();
    RunReport report = run.report();
    assertThat(report.run().path("complete").asBoolean(true)).isFalse();
    assertThat(report.isWhole()).as("%s", report.run()).isTrue();
    long told = run.stdout().stream().filter(line -> line.startsWith("connected ")).count();
    int accepted = server.drain();
    assertThat(report.connections("connectForever"))
        .isGreaterThanOrEqualTo((int) told)
        .isGreaterThan(500)
        .isLessThanOrEqualTo(accepted - 2);
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldSeeReturnFromMain(Jdk jdk) {
    shouldSeeTheEnd(ends(jdk, "return"), 0, 3);
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldSeeExit(Jdk jdk) {
    shouldSeeTheEnd(ends(jdk, "exit", 5), 5, 3);
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldSeeExitInWorker(Jdk jdk) {
    shouldSeeTheEnd(ends(jdk, "exit-in-worker", 6), 6, 4);
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldSeeUncaughtException(Jdk jdk) {
    Finished run = ends(jdk, "throw");
    shouldSeeTheEnd(run, 1, 3);
    assertThat(run.programStderr().get(0))
        .isEqualTo(
            "Exception in thread \"main\" java.lang.IllegalStateException: the program's own");
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldSeeCaughtOutOfMemory(Jdk jdk) {
    Finished run =
        AgentProcess.java(jdk)
            .flags("-Xmx24m", "-XX:+UseSerialGC")
            .main(Ends.class, server.port(), "oom-caught")
            .run();
    shouldSeeTheEnd(run, 7, 4);
    assertThat(run.stdout()).contains("caught");
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldSeeUncaughtOutOfMemory(Jdk jdk) {
    Finished run =
        AgentProcess.java(jdk)
            .flags("-Xmx24m", "-XX:+UseSerialGC")
            .main(Ends.class, server.port(), "oom")
            .run();
    shouldSeeTheEnd(run, 1, 3);
    assertThat(run.programStderr().get(0)).contains("java.lang.OutOfMemoryError");
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldSeeSignals(Jdk jdk) {
    shouldSeeTheEnd(signalled(jdk, "TERM"), SIGTERM, 3);
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldSeeInterrupt(Jdk jdk) {
    shouldSeeTheEnd(signalled(jdk, "INT"), SIGINT, 3);
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldKeepJournalOfHaltedJvm(Jdk jdk) {
    Finished run = ends(jdk, "halt", 9);
    assertThat(run.status()).isEqualTo(9);
    assertThat(run.stderr()).isEmpty();
    Finished rebuilt = AgentProcess.churn(jdk, "report", run.runFolder());
    assertThat(rebuilt.status()).as(rebuilt::everything).isZero();
    assertThat(run.report().run().path("complete").asBoolean(true)).isFalse();
    assertThat(run.report().connections()).isEqualTo(2).isEqualTo(server.drain());
  }

  private Finished ends(Jdk jdk, Object... how) {
    Object[] arguments = new Object[how.length + 1];
    arguments[0] = server.port();
    System.arraycopy(how, 0, arguments, 1, how.length);
    return AgentProcess.java(jdk).main(Ends.class, arguments).run();
  }

  private Finished signalled(Jdk jdk, String signal) {
    Requirement.linux();
    // A build in the background of a shell ignores SIGINT, and so would each JVM that it starts.
    String env = Requirement.program("env").toString();
    try (AgentProcess process =
        AgentProcess.java(jdk)
            .prefix(env, "--default-signal=" + signal)
            .main(Ends.class, server.port(), "wait")
            .start()) {
      process.awaitLine("ready");
      process.signal(signal);
      return process.await();
    }
  }

  /** The program's own hooks run and are recorded; its status stays. */
  private void shouldSeeTheEnd(Finished run, int status, int connections) {
    assertThat(run.status()).as(run::everything).isEqualTo(status);
    assertThat(run.stdout()).contains("hook connected");
    RunReport report = run.report();
    assertThat(report.run().path("complete").asBoolean(false)).isTrue();
    assertThat(report.isWhole()).as("%s", report.run()).isTrue();
    assertThat(report.connections()).isEqualTo(connections).isEqualTo(server.drain());
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldRefuseOutputThatIsAFile(Jdk jdk) throws IOException {
    Path file = Files.createFile(AgentProcess.newFolder().resolve("taken"));
    Finished run =
        AgentProcess.java(jdk)
            .option("output", file)
            .main(Ends.class, server.port(), "return")
            .run();
    shouldStopBeforeMain(run, file);
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldRefuseOutputWithoutPermission(Jdk jdk) throws IOException {
    Requirement.linux();
    Requirement.root();
    String runuser = Requirement.program("runuser").toString();
    // Somewhere that nobody may read, whatever this checkout's folder allows.
    Path open = Files.createTempDirectory("churn-it");
    try {
      Requirement.command("chmod", "755", open.toString());
      Path jar = Files.copy(AgentProcess.agentJar(), open.resolve("churn-agent.jar"));
      Path closed = Files.createDirectory(open.resolve("closed"));
      Requirement.command("chmod", "755", closed.toString());
      Finished run =
          AgentProcess.java(jdk)
              .prefix(runuser, "-u", "nobody", "--")
              .agent(jar)
              .option("output", closed)
              .workingDirectory(open)
              .jar(jar, "--version")
              .run();
      shouldStopBeforeMain(run, closed);
      assertThat(run.stderr().get(0)).contains("permission denied");
    } finally {
      Requirement.command("rm", "-r", open.toString());
    }
  }

  private static void shouldStopBeforeMain(Finished run, Path output) {
    assertThat(run.status()).as(run::everything).isEqualTo(2);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.stderr()).hasSize(1);
    assertThat(run.stderr().get(0)).startsWith("churn-agent: output: '" + output + "'");
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldKeepTwoJvmsOfOneOutputApart(Jdk jdk) {
    Path output = AgentProcess.newFolder();
    try (AgentProcess first = waiting(jdk, output);
        AgentProcess second = waiting(jdk, output)) {
      first.awaitLine("ready");
      second.awaitLine("ready");
      first.signal("TERM");
      second.signal("TERM");
      assertThat(first.await().status()).isEqualTo(SIGTERM);
      Finished run = second.await();
      assertThat(run.status()).isEqualTo(SIGTERM);
      List<Path> folders = run.runFolders();
      assertThat(folders).containsExactly(output.resolve("same"), output.resolve("same-2"));
      for (Path folder : folders) {
        assertThat(RunReport.read(folder.resolve("report.json")).connections()).isEqualTo(3);
      }
    }
  }

  private AgentProcess waiting(Jdk jdk, Path output) {
    return AgentProcess.java(jdk)
        .option("output", output)
        .option("run", "same")
        .main(Ends.class, server.port(), "wait")
        .start();
  }
}
