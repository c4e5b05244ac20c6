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
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Without room for the run the program goes on, and what is lost is counted and told once. */
class NoRoomIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";

  /** More than fits into two segments of the journal. */
  private static final int MANY = 100_000;

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
  void shouldGoOnWhenTheDiskIsFull(Jdk jdk) throws IOException {
    onDiskOf(
        "3m",
        disk -> {
          Finished run =
              AgentProcess.java(jdk)
                  .option("output", disk)
                  .main(Ends.class, server.port(), "refused", MANY)
                  .run();
          assertThat(run.status()).as(run::everything).isZero();
          assertThat(run.toldNumber("refused ")).isEqualTo(MANY);
          assertThat(run.stdout()).contains("end of main", "hook connected");
          assertThat(run.stderr()).as(run::everything).hasSize(1);
          assertThat(run.stderr().get(0)).startsWith("churn-agent: no more room for " + disk);
          Path folder = run.runFolder();
          Finished rebuilt =
              AgentProcess.churn(
                  jdk, "report", folder, "--output", AgentProcess.newFolder(), "--json");
          RunReport report = RunReport.parse(String.join("\n", rebuilt.stdout()));
          shouldTellTheLoss(report, MANY + 3);
          assertThat(AgentProcess.churn(jdk, "check", folder, "--max-rate", "1000000/s").status())
              .isEqualTo(2);
        });
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldSayWhenOnlyTheReportFindsNoRoom(Jdk jdk) throws IOException {
    // Two segments of the journal, and nothing more.
    onDiskOf(
        "2m",
        disk -> {
          Finished run =
              AgentProcess.java(jdk)
                  .option("output", disk)
                  .main(Ends.class, server.port(), "return")
                  .run();
          assertThat(run.status()).as(run::everything).isZero();
          assertThat(run.stdout()).containsExactly("end of main", "hook connected");
          assertThat(run.stderr()).as(run::everything).hasSize(1);
          assertThat(run.stderr().get(0))
              .startsWith("churn-agent: the report could not be built here");
          assertThat(run.runFolder().resolve("report.json")).doesNotExist();
          Path elsewhere = AgentProcess.newFolder();
          Finished rebuilt =
              AgentProcess.churn(jdk, "report", run.runFolder(), "--output", elsewhere);
          assertThat(rebuilt.status()).as(rebuilt::everything).isZero();
          RunReport report = RunReport.read(elsewhere.resolve("report.json"));
          assertThat(report.isWhole()).as("%s", report.run()).isTrue();
          assertThat(report.connections()).isEqualTo(3);
        });
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldJudgeThoughTheReportFindsNoRoom(Jdk jdk) throws IOException {
    onDiskOf(
        "2m",
        disk -> {
          Finished run =
              AgentProcess.java(jdk)
                  .option("output", disk)
                  .option("max-rate", "1/min")
                  .option("on-violation", "exit")
                  .main(Ends.class, server.port(), "return")
                  .run();
          assertThat(run.status()).as(run::everything).isEqualTo(3);
          assertThat(run.stderr()).as(run::everything).hasSize(1);
        });
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCountWhatIsBeyondTheJournalsLimit(Jdk jdk) {
    Finished run =
        AgentProcess.java(jdk)
            .option("journal-limit", "2m")
            .main(Ends.class, server.port(), "refused", MANY)
            .run();
    assertThat(run.status()).as(run::everything).isZero();
    shouldTellTheLoss(run.report(), MANY + 3);
    assertThat(run.runFolder().resolve("journal.churn")).hasSize(2 << 20);
    Finished check = AgentProcess.churn(jdk, "check", run.runFolder(), "--max-rate", "1000000/s");
    assertThat(check.status()).as(check::everything).isEqualTo(2);
  }

  private interface DiskTest {
    void run(Path disk) throws IOException;
  }

  /** A file system of its own, which only root can make. */
  private static void onDiskOf(String size, DiskTest test) throws IOException {
    Requirement.linux();
    Requirement.root();
    Path disk = AgentProcess.newFolder();
    Requirement.command("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString());
    try {
      test.run(disk);
    } finally {
      Requirement.command("umount", disk.toString());
    }
  }

  /** Each attempt is either in the report or counted as lost. */
  private static void shouldTellTheLoss(RunReport report, int attempts) {
    assertThat(report.degraded()).isNotEmpty();
    int lost = RunReport.number(report.run(), "lostEvents");
    assertThat(lost).isPositive();
    int recorded = report.connections() + report.total("failed") + report.total("closed");
    // Three of the attempts succeed and have a close too. Lost definitions of their stacks, and of
    // where their work was handed over, count as well.
    assertThat(recorded + lost).isBetween(attempts + 3, attempts + 3 + 24);
  }
}
