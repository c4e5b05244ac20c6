package dev.churnagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} leaves for build servers. */
class CheckOutputsTest {
  private static final String SITE = "a.Fast.run(A.java:7)";

  @TempDir Path directory;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void makeReports() throws IOException {
    StoredReports.write(StoredReports.report(0), directory.resolve("good/report.json"));
    StoredReports.write(StoredReports.report(3), directory.resolve("lost/report.json"));
    Path source = directory.resolve("app/src/main/java/a/A.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "package a;");
  }

  private CommandLineRun check(String... more) {
    String[] args = new String[4 + more.length];
    System.arraycopy(new String[] {"check", "good", "--max-rate", "10/s"}, 0, args, 0, 4);
    System.arraycopy(more, 0, args, 4, more.length);
    return CommandLineRun.in(directory, environment, args);
  }

  private void inGithub(Path summary) {
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("GITHUB_STEP_SUMMARY", summary.toString());
  }

  @Test
  void shouldWriteWhatIsAskedForAndMakeTheFolders() throws IOException {
    CommandLineRun run =
        check(
            "--junit=out/a/TEST-x.xml",
            "--sarif=out/b/x.sarif",
            "--gitlab=out/c/gl.json",
            "--markdown=out/x.md");
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.VIOLATED);
    assertThat(run.out().lines())
        .containsExactly(
            SITE + ": 50 connections/s, allowed 10  [max-rate: 10/s]",
            "FAIL: 1 of 2 checks violated");
    assertThat(directory.resolve("out/a/TEST-x.xml")).content().contains("failures=\"1\"", SITE);
    JsonNode sarif = new ObjectMapper().readTree(directory.resolve("out/b/x.sarif").toFile());
    assertThat(sarif.path("runs").get(0).path("results").toString())
        .contains("\"uri\":\"app/src/main/java/a/A.java\"");
    JsonNode gitlab = new ObjectMapper().readTree(directory.resolve("out/c/gl.json").toFile());
    assertThat(gitlab.get(0).path("location").path("path").asText())
        .isEqualTo("app/src/main/java/a/A.java");
    assertThat(directory.resolve("out/x.md")).content().contains("FAIL: 1 of 2 checks violated");
  }

  @Test
  void shouldLookForSourcesWhereItIsTold() throws IOException {
    check("--gitlab=gl.json", "--source-root=app");
    assertThat(directory.resolve("gl.json")).content().contains("\"src/main/java/a/A.java\"");
    Files.writeString(directory.resolve("churn.yaml"), "source-root: app/src/main/java\n");
    check("--gitlab=gl.json");
    assertThat(directory.resolve("gl.json")).content().contains("\"a/A.java\"");
    CommandLineRun run = check("--source-root=good/report.json");
    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
    assertThat(run.err())
        .contains("--source-root: 'good/report.json' is not a folder")
        .hasLineCount(1);
  }

  @Test
  void shouldRefuseFilesThatCannotBeWritten() {
    for (String file : List.of("good", "", "good/report.json/x.xml")) {
      CommandLineRun run = check("--junit=" + file);
      assertThat(run.status()).as(file).isEqualTo(ExitStatus.UNUSABLE);
      assertThat(run.err()).containsAnyOf("not the path of a file", "not a folder");
      assertThat(run.err()).hasLineCount(1).doesNotContain("internal error");
    }
  }

  @Test
  void shouldAnnotateOnlyInsideGithub() {
    assertThat(check().out()).doesNotContain("::error");
    environment.put("GITHUB_ACTIONS", "true");
    CommandLineRun run = check();
    assertThat(run.status()).isEqualTo(ExitStatus.VIOLATED);
    assertThat(run.out())
        .contains("::error file=app/src/main/java/a/A.java,line=7,title=churn-agent max-rate::");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void shouldKeepTheJsonClean() throws IOException {
    environment.put("GITHUB_ACTIONS", "true");
    CommandLineRun run = check("--json");
    assertThat(new ObjectMapper().readTree(run.out()).path("verdict").asText()).isEqualTo("fail");
    assertThat(run.err()).startsWith("::error file=").hasLineCount(1);
  }

  @Test
  void shouldGiveGithubPathsBelowTheRepository() {
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("GITHUB_WORKSPACE", directory.toString());
    assertThat(check("--source-root=app").out()).contains("file=app/src/main/java/a/A.java,");
    environment.put("GITHUB_WORKSPACE", directory.resolve("elsewhere").toString());
    assertThat(check("--source-root=app").out()).contains("file=src/main/java/a/A.java,");
  }

  @Test
  void shouldAppendToTheStepsSummary() throws IOException {
    Path summary = directory.resolve("summary.md");
    Files.writeString(summary, "# Others\n");
    inGithub(summary);
    assertThat(check().err()).isEmpty();
    assertThat(summary).content().startsWith("# Others\n\n## churn-agent\n").contains(SITE);
  }

  @Test
  void shouldStayBelowTheSummarysLimit() throws IOException {
    Path summary = directory.resolve("summary.md");
    int limit = 1 << 20;
    Files.writeString(summary, "x".repeat(limit - 1024 - 200));
    inGithub(summary);
    CommandLineRun run = check();
    assertThat(run.err()).isEmpty();
    String added = Files.readString(summary).replace("x", "");
    assertThat(added).contains("FAIL: 1 of 2").doesNotContain(SITE);
    assertThat(Files.size(summary)).isLessThan(limit);

    Files.writeString(summary, "x".repeat(limit - 1024));
    run = check();
    assertThat(run.status()).isEqualTo(ExitStatus.VIOLATED);
    assertThat(run.err()).contains("has no room left").hasLineCount(1);
    assertThat(Files.size(summary)).isEqualTo(limit - 1024);
  }

  @Test
  void shouldNotFailForASummaryThatCannotBeWritten() {
    inGithub(directory.resolve("none/summary.md"));
    CommandLineRun run = check();
    assertThat(run.status()).isEqualTo(ExitStatus.VIOLATED);
    assertThat(run.err()).contains("summary can't be written", "does not exist").hasLineCount(1);
    inGithub(directory);
    run = CommandLineRun.in(directory, environment, "check", "good", "--max-rate", "50/s");
    assertThat(run.status()).isEqualTo(ExitStatus.ALL_HELD);
    assertThat(run.err()).contains("summary can't be written").hasLineCount(1);
  }

  @Test
  void shouldNeverWriteAPassForWhatWasNotMeasured() throws IOException {
    Path summary = directory.resolve("summary.md");
    inGithub(summary);
    CommandLineRun run =
        CommandLineRun.in(
            directory,
            environment,
            "check",
            "lost",
            "--max-rate=50/s",
            "--junit=x.xml",
            "--gitlab=x.json");
    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
    assertThat(run.out()).contains("::error title=churn-agent incomplete::");
    assertThat(directory.resolve("x.xml"))
        .content()
        .contains("errors=\"1\"", "skipped=\"2\"", "tests=\"3\"");
    assertThat(directory.resolve("x.json")).content().contains("\"incomplete\"");
    assertThat(summary).content().contains("**Not everything was measured:**");
  }
}
