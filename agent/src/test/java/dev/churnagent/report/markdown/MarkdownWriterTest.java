package dev.churnagent.report.markdown;

import static dev.churnagent.report.finding.FindingReports.FAST;
import static dev.churnagent.report.finding.FindingReports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.report.Report;
import dev.churnagent.report.finding.FindingReports;
import dev.churnagent.report.finding.Outcome;
import dev.churnagent.report.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownWriterTest {
  @Test
  void shouldTellTheVerdictAndWhatItRestsOn() {
    String text = MarkdownWriter.text(FindingReports.violated().outcome());
    assertThat(text).startsWith("## churn-agent\n\n**FAIL: 2 of 2 checks violated**\n\n");
    assertThat(text.lines())
        .containsSequence(
            "| Violated limit | Subject | Measured | Where |",
            "| --- | --- | --- | --- |",
            "| `max-rate: 5/s` | `"
                + FAST
                + "` | 50 connections/s, allowed 5 | `com/acme/Fast.java:7` |")
        .contains(
            "| `Flow#run` | `GET http://127.0.0.1:8100/status` | loop: Step\\#go | 5 | 4 | 4 |",
            "| `" + FAST + "` | 50 | 50/s | we 50 | close-first |");
  }

  @Test
  void shouldTellFirstWhatWasNotMeasured() {
    String text = MarkdownWriter.text(FindingReports.violated().degraded("a <b> | c").outcome());
    assertThat(text)
        .startsWith("## churn-agent\n\n**Not everything was measured:**\n\n- a &lt;b&gt; \\| c\n\n")
        .contains("**FAIL: 2 of 2 checks violated, and not everything was measured**");
    assertThat(MarkdownWriter.brief(report().lost(3).outcome()))
        .contains("lost 3 events", "**UNKNOWN: ");
  }

  @Test
  void shouldTellRunsApart() {
    Report run = FindingReports.violated().build();
    Outcome outcome = Outcome.of(List.of(run, run), new SourceTree(Path.of("none"), null));
    assertThat(MarkdownWriter.text(outcome)).containsOnlyOnce("4 of 4").contains("### Run run-1");
  }

  @Test
  void shouldEscapeWhateverATableCouldMeet() {
    assertThat(MarkdownText.plain("a|b `c` <d> *e* [f](g) \\ #\nh"))
        .isEqualTo("a\\|b \\`c\\` &lt;d&gt; \\*e\\* \\[f\\](g) \\\\ \\# h");
    assertThat(MarkdownText.code("com.acme.A.<init>(A.java:1)|x"))
        .isEqualTo("`com.acme.A.<init>(A.java:1)\\|x`");
    assertThat(MarkdownText.code("a`b<c>|d")).isEqualTo("a\\`b&lt;c&gt;\\|d");
    assertThat(MarkdownText.code("a\\")).isEqualTo("a\\\\");
    assertThat(MarkdownText.code("")).isEmpty();
    assertThat(MarkdownText.code("x".repeat(500))).hasSize(406).endsWith(" ...`");
  }

  @Test
  void shouldStayShortWhateverTheReportHolds() {
    FindingReports many = report();
    String wide = "|<&".repeat(1_000);
    for (int i = 0; i < 200; i++) {
      many.fail("max-open: 1", wide + i, 2, 1).site(wide + i, "m", "f", i, 1).degraded(wide + i);
      many.chain(wide + i + "#x", "r1", 2, 3);
    }
    Outcome one = many.outcome();
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      reports.add(one.reports().get(0));
    }
    String text = MarkdownWriter.text(Outcome.of(reports, new SourceTree(Path.of("none"), null)));
    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(400_000);
    assertThat(text).contains("more violated limits.", "more call sites.", "3 more reports.");
  }
}
