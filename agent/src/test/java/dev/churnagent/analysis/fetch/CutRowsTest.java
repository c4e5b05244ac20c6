package dev.churnagent.analysis.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.FetchFindings;
import dev.churnagent.model.Watching;
import dev.churnagent.report.Report;
import dev.churnagent.report.ReportBuilder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A report has bounds; the run is incomplete only if what is left out could break a limit. */
class CutRowsTest {
  private static final int MOST = 10_000;

  private final FetchRecording run =
      FetchRecording.run().watching(new Watching(true, List.of(), List.of(), 0));
  private double now;

  @Test
  void shouldOnlyNoteThatRequestsAreCut() throws IOException {
    repeat("/twice", 1);
    for (int i = 0; i < MOST + 1; i++) {
      call("/" + i, 1);
    }

    FetchFindings findings = run.fetches();
    assertThat(findings.requests()).hasSize(MOST + 1);
    assertThat(findings.requests().get(0).id()).isEqualTo(findings.chains().get(0).requestId());
    expectNote("of 10002 requests the 1 least called are not told");
  }

  @Test
  void shouldBeIncompleteIfARequestWithAvoidableCallsIsCut() throws IOException {
    // One chain of one target, named after its most called request, not after the other one.
    repeat("/same", 4, "often");
    repeat("/same", 1, "seldom");
    for (int i = 0; i < MOST; i++) {
      call("/" + i, 3);
    }

    assertThat(run.fetches().chains()).hasSize(1);
    expectDegraded("of 10002 requests the 1 least called are not told, with 1 avoidable calls");
  }

  @Test
  void shouldOnlyNoteThatWaitingLoopsAreCut() throws IOException {
    for (int i = 0; i < MOST + 1; i++) {
      int scope = run.scope(now);
      int request = run.request("GET http://h/" + i, "");
      for (int round = 0; round < 3; round++) {
        run.call(request).at(now + 100 * round).in(scope).via("FlowTest.works:1", "A.run:1");
      }
      end(scope, 300);
    }

    assertThat(run.fetches().polls()).hasSize(MOST);
    expectNote("of 10001 waiting loops only the first 10000 are told");
  }

  @Test
  void shouldBeIncompleteIfChainsAreCut() throws IOException {
    for (int i = 0; i < MOST + 1; i++) {
      repeat("/" + i, 1);
    }

    assertThat(run.fetches().chains()).hasSize(MOST);
    expectDegraded("of 10001 chains only the first 10000 are told");
  }

  private void expectNote(String note) throws IOException {
    Report.Run row = report().run();
    assertThat(row.notes()).containsExactly(note);
    assertThat(row.degraded()).isEmpty();
  }

  private void expectDegraded(String line) throws IOException {
    Report.Run row = report().run();
    assertThat(row.degraded()).containsExactly(line);
    assertThat(row.notes()).isEmpty();
  }

  private Report report() throws IOException {
    return ReportBuilder.buildFrom(List.of(run), List.of(), List.of());
  }

  private void repeat(String path, int repeats) {
    repeat(path, repeats, "");
  }

  /** A first call and so many repeats from two steps of one scope, at irregular times. */
  private void repeat(String path, int repeats, String arguments) {
    int scope = run.scope(now);
    int request = run.request("GET http://h" + path, arguments);
    run.call(request).at(now).in(scope).via("FlowTest.works:1", "A.run:1");
    for (int i = 1; i <= repeats; i++) {
      run.call(request).at(now + 2 * i).in(scope).via("FlowTest.works:2", "B.run:1");
    }
    end(scope, 20);
  }

  /** Calls each in a scope of its own, so that none repeats another. */
  private void call(String path, int times) {
    int request = run.request("GET http://h" + path, "");
    for (int i = 0; i < times; i++) {
      int scope = run.scope(now);
      run.call(request).at(now).in(scope).via("FlowTest.works:1", "A.run:1");
      end(scope, 9);
    }
  }

  private void end(int scope, double millisLater) {
    now += millisLater;
    run.endScope(now, scope);
  }
}
