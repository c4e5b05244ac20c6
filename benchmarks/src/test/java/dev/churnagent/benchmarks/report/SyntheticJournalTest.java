package dev.churnagent.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.report.Report;
import dev.churnagent.report.ReportBuilder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticJournalTest {

  @Test
  void shouldBeReadAsItWasWritten(@TempDir Path folder) throws Exception {
    Path journal = folder.resolve("journal.churn");

    SyntheticJournal.write(journal, 20_000, 10);

    Report report = ReportBuilder.build(List.of(journal), List.of(), List.of());
    assertThat(report.totals().connections()).isEqualTo(10_000);
    assertThat(report.totals().closed()).isEqualTo(10_000);
    assertThat(report.totals().openAtEnd()).isZero();
    assertThat(report.run().lostEvents()).isZero();
    assertThat(report.sites()).hasSize(10);
    assertThat(report.sites().get(0).kind()).isEqualTo("application");
    assertThat(report.sites().get(0).stacks().get(0).frames())
        .hasSize(SyntheticJournal.STACK_DEPTH);
  }
}
