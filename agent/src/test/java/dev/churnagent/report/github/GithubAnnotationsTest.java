package dev.churnagent.report.github;

import static dev.churnagent.report.finding.FindingReports.FAST;
import static dev.churnagent.report.finding.FindingReports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.report.finding.FindingReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GithubAnnotationsTest {
  @TempDir Path root;

  @Test
  void shouldPointAtTheSource() throws IOException {
    Path file = root.resolve("a,b:c%/com/acme/Fast.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    List<String> lines = GithubAnnotations.of(FindingReports.violated().outcome(root), "app/");
    assertThat(lines)
        .containsExactly(
            "::error file=app/a%2Cb%3Ac%25/com/acme/Fast.java,line=7,title=churn-agent max-rate::"
                + FAST
                + ": 50 connections/s, allowed 5  [max-rate: 5/s]",
            "::error title=churn-agent max-rate::com.acme.Slow.run(Slow.java:9):"
                + " 6 connections/s, allowed 5  [max-rate: 5/s]");
  }

  @Test
  void shouldStayOnOneLineWhateverTheText() {
    String subject = "100%\r\n::error::x";
    List<String> lines =
        GithubAnnotations.of(report().fail("max-open: 1", subject, 2, 1).outcome(), "");
    assertThat(lines)
        .containsExactly(
            "::error title=churn-agent max-open::100%25%0D%0A::error::x: 2 calls, allowed 1"
                + "  [max-open: 1]");
  }

  @Test
  void shouldNeverPrintMoreThanGithubShows() {
    FindingReports report = report();
    for (int i = 1; i <= 10; i++) {
      report.fail("max-open: 1", "site" + i, 1 + i, 1);
    }
    List<String> lines = GithubAnnotations.of(report.outcome(), "");
    assertThat(lines).hasSize(10);
    assertThat(lines.get(0)).contains("site10");
    assertThat(lines.get(9)).contains("site1:");
    lines = GithubAnnotations.of(report.fail("max-open: 1", "site11", 12, 1).outcome(), "");
    assertThat(lines).hasSize(10);
    assertThat(lines.get(9)).startsWith("::error title=churn-agent::2 more violated limits");
    lines = GithubAnnotations.of(report.lost(3).outcome(), "");
    assertThat(lines).hasSize(10);
    assertThat(lines.get(0))
        .isEqualTo(
            "::error title=churn-agent incomplete::Not everything was measured: run run-1 lost 3"
                + " events");
    assertThat(lines.get(9)).contains("3 more violated limits");
  }

  @Test
  void shouldBeSilentWhenAllIsWell() {
    assertThat(GithubAnnotations.of(report().outcome(), "")).isEmpty();
  }
}
