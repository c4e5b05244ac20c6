package dev.churnagent.analysis.fetch;

import static dev.churnagent.analysis.fetch.FetchRecording.DEVICE;
import static dev.churnagent.analysis.fetch.FetchRecording.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.Findings;
import dev.churnagent.model.Watching;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Within which bounds a call is a repeat: scopes, threads, windows, long and late work. */
class UnitsTest {
  private final FetchRecording run = FetchRecording.run();
  private final int device = run.request(DEVICE, "serial 1");

  @Test
  void shouldNotCompareDifferentScopes() {
    for (int i = 0; i < 3; i++) {
      int scope = run.scope(100 * i);
      run.call(device).at(100 * i + 10).in(scope).via("FlowTest.works:5", "Step.run:7");
      run.endScope(100 * i + 50, scope);
    }

    assertThat(run.chains()).isEmpty();
    assertThat(run.polls()).isEmpty();
  }

  @Test
  void shouldFoldTheSameChainOfSeveralScopes() {
    for (int i = 0; i < 3; i++) {
      int scope = run.scope(100 * i);
      run.call(device).at(100 * i + 10).in(scope).via("FlowTest.works:5", "A.run:7");
      run.call(device).at(100 * i + 20).in(scope).answers(1).via("FlowTest.works:6", "B.run:7");
      run.endScope(100 * i + 50, scope);
    }

    assertThat(run.chains())
        .containsExactly(
            "3x sequence FlowTest.works [A.run:5, B.run:6] calls 6, results 1, avoidable 3,"
                + " connections 3, arguments 1");
    assertThat(run.requests())
        .containsExactly(
            DEVICE + "(serial 1) calls 6, results 1, failures 0, connections 6, avoidable 3");
  }

  @Test
  void shouldFoldDifferentArgumentsOfOneTargetAndNameTheMostCalled() {
    for (int i = 0; i < 3; i++) {
      int scope = run.scope(100 * i);
      int request = run.request(DEVICE, i == 1 ? "serial 9" : "serial 1");
      run.call(request).at(100 * i + 10).in(scope).answers(i).via("FlowTest.works:5", "A.run:7");
      run.call(request).at(100 * i + 20).in(scope).answers(i).via("FlowTest.works:6", "B.run:7");
      run.endScope(100 * i + 50, scope);
    }

    assertThat(run.chains())
        .containsExactly(
            "3x sequence FlowTest.works [A.run:5, B.run:6] calls 6, results 3, avoidable 3,"
                + " connections 3, arguments 1");
    assertThat(run.fetches().chains().get(0).arguments()).isEqualTo("serial 1");
    assertThat(run.fetches().chains().get(0).requestId())
        .isEqualTo(run.fetches().requests().get(0).id());
  }

  @Test
  void shouldTellAnInnerScopeOnItsOwn() {
    int outer = run.scope(0);
    int inner = run.scope(10, 1, 0, outer);
    run.call(device).at(5).in(outer).via("FlowTest.works:5", "A.run:7");
    run.call(device).at(15).in(inner).via("FlowTest.works:5", "B.run:7");

    assertThat(run.chains()).isEmpty();
  }

  @Test
  void shouldNotJudgeCallsOutsideOfScopesIfThereAreScopes() {
    run.call(device).at(0).via("Main.main:1", "A.run:7");
    run.call(device).at(10).via("Main.main:2", "B.run:7");
    run.scope(100);
    run.call(device).at(120).via("Main.main:3", "A.run:7");
    run.call(device).at(130).via("Main.main:4", "B.run:7");

    assertThat(run.chains()).isEmpty();
    assertThat(run.requests())
        .containsExactly(
            DEVICE + "(serial 1) calls 4, results 1, failures 0, connections 4, avoidable 0");
  }

  @Test
  void shouldNotCompareDifferentThreadsWithoutScopes() {
    run.call(device).at(0).on(1, -1).via("Main.main:1", "A.run:7");
    run.call(device).at(10).on(2, -1).via("Main.main:2", "B.run:7");

    assertThat(run.chains()).isEmpty();
  }

  @Test
  void shouldCompareUpToTheWindowAndNotBeyond() {
    run.window(1_000);
    run.call(device).at(0, 10).via("Main.main:1", "A.run:7");
    run.call(device).at(1_010, 1_020).via("Main.main:2", "B.run:7");
    run.call(device).at(2_020.001, 2_030).via("Main.main:3", "C.run:7");
    run.call(device).at(2_500).via("Main.main:4", "D.run:7");

    assertThat(run.chains())
        .containsExactlyInAnyOrder(
            "1x sequence Main.main [A.run:1, B.run:2] calls 2, results 1, avoidable 1,"
                + " connections 1, arguments 1",
            "1x sequence Main.main [C.run:3, D.run:4] calls 2, results 1, avoidable 1,"
                + " connections 1, arguments 1");
  }

  @Test
  void shouldTakeSixtySecondsWithoutAWindow() {
    run.call(device).at(0, 10).via("Main.main:1", "A.run:7");
    run.call(device).at(60_010).via("Main.main:2", "B.run:7");
    run.call(device).at(120_012).via("Main.main:3", "C.run:7");

    assertThat(run.chains())
        .containsExactly(
            "1x sequence Main.main [A.run:1, B.run:2] calls 2, results 1, avoidable 1,"
                + " connections 1, arguments 1");
  }

  @Test
  void shouldCountCallsThatComeAfterTheEndOfTheirScope() {
    int scope = run.scope(0);
    int origin = run.origin(-1, "FlowTest.works:5");
    run.call(device).at(10).in(scope).via("FlowTest.works:4", "A.run:7");
    run.endScope(20, scope);
    int other = run.scope(30);
    run.endScope(40, other);
    run.call(device).at(500).in(scope).on(1, origin).via("FlowTest.lambda$works$0:5", "B.run:7");

    assertThat(run.chains())
        .containsExactly(
            "1x fan-out FlowTest.works [A.run:4, B.run:5] calls 2, results 1, avoidable 1,"
                + " connections 1, arguments 1");
  }

  @Test
  void shouldCompareCallsThatComeLongAfterTheirScopeWithEachOther() {
    int scope = run.scope(0);
    run.call(device).at(10).in(scope).via("FlowTest.works:4", "A.run:7");
    run.endScope(20, scope);
    int other = run.scope(300_000);
    run.endScope(300_001, other);
    run.call(device).at(300_010).in(scope).via("FlowTest.works:5", "B.run:7");
    run.call(device).at(300_020).in(scope).via("FlowTest.works:6", "C.run:7");

    assertThat(run.chains())
        .containsExactly(
            "1x sequence FlowTest.works [B.run:5, C.run:6] calls 2, results 1, avoidable 1,"
                + " connections 1, arguments 1");
  }

  @Test
  void shouldCountExactlyInAScopeThatIsTooLongToHold() {
    int scope = run.scope(0);
    int calls = 3 * OpenUnits.CALLS_PER_UNIT + 7;
    for (int i = 0; i < calls; i++) {
      run.call(device).at(i, i + 0.5).in(scope).via("FlowTest.works:5", "Flow.run:4", "A.run:7");
    }
    run.endScope(calls + 1, scope);

    assertThat(run.chains())
        .containsExactly(
            "1x loop Flow.run [A.run:4] calls %d, results 1, avoidable %d, connections %d, arguments 1"
                .formatted(calls, calls - 1, calls - 1));
  }

  @Test
  void shouldJudgeEverythingEarlierWhenManyScopesAreOpen() {
    int scopes = 2_000;
    int each = 200;
    for (int i = 0; i < scopes; i++) {
      run.scope(0);
    }
    for (int call = 0; call < each; call++) {
      for (int i = 0; i < scopes; i++) {
        run.call(device).at(call).in(i).via("FlowTest.works:5", "Flow.run:4", "A.run:7");
      }
    }

    assertThat(run.chains())
        .containsExactly(
            "%dx loop Flow.run [A.run:4] calls %d, results 1, avoidable %d, connections %d, arguments 1"
                .formatted(scopes, scopes * each, scopes * (each - 1), scopes * (each - 1)));
  }

  @Test
  void shouldTellConnectionsOfASiteByScopeMethod() {
    int scope = run.scope(0);
    int other = run.scope(5, run.method(true, "com.acme.OtherTest", "fails", null), 0, -1);
    run.connection(10, scope, "FlowTest.works:5", "A.run:7");
    run.connection(11, scope, "FlowTest.works:5", "A.run:7");
    run.connection(12, other, "FlowTest.works:5", "A.run:7");
    run.connection(13, -1, "FlowTest.works:5", "A.run:7");

    assertThat(run.analyse().sites())
        .singleElement()
        .satisfies(
            site ->
                assertThat(site.scopes())
                    .extracting(count -> count.name() + " " + count.connections())
                    .containsExactly("com.acme.FlowTest#works 2", "com.acme.OtherTest#fails 1"));
  }

  @Test
  void shouldKnowNothingOfScopesWithoutAny() {
    run.connection(13, -1, "FlowTest.works:5", "A.run:7");

    assertThat(run.analyse().sites())
        .singleElement()
        .satisfies(s -> assertThat(s.scopes()).isNull());
  }

  @Test
  void shouldKnowNothingOfFetchesIfNoRunRecordedThem() {
    assertThat(FetchRecording.run().watching(null).fetches()).isNull();
    assertThat(
            FetchRecording.run()
                .watching(new Watching(false, List.of(), List.of("a.B"), 0))
                .fetches())
        .isNull();
    assertThat(
            FetchRecording.run().watching(new Watching(true, List.of(), List.of(), 0)).requests())
        .isEmpty();
  }

  @Test
  void shouldNotTakeAGetForARepeatOfAnotherHost() {
    int scope = run.scope(0);
    run.call(run.request(STATUS, "")).at(0).in(scope).via("FlowTest.works:5", "A.run:7");
    run.call(run.request("GET http://other/status", "")).at(9).in(scope).via("FlowTest.works:6");

    assertThat(run.chains()).isEmpty();
  }

  @Test
  void shouldTakeAMeasurementAsPartOfTheScopeAroundIt() {
    int measure = run.measurements();
    int outer = run.scope(0);
    int inner = run.scope(10, measure, 0, outer);
    int innermost = run.scope(11, measure, 0, inner);
    run.call(device).at(5).in(outer).via("FlowTest.works:5", "A.run:7");
    run.call(device).at(15).in(innermost).via("FlowTest.works:6", "B.run:7");
    run.endScope(18, innermost).endScope(20, inner).endScope(30, outer);

    assertThat(run.chains())
        .containsExactly(
            "1x sequence FlowTest.works [A.run:5, B.run:6] calls 2, results 1, avoidable 1,"
                + " connections 1, arguments 1");
  }

  @Test
  void shouldTakeAMeasurementInNoScopeAsPartOfItsThread() {
    int inner = run.scope(10, run.measurements(), 0, -1);
    run.call(device).at(5).via("Flow.works:5", "A.run:7");
    run.call(device).at(15).in(inner).via("Flow.works:6", "B.run:7");
    run.connection(16, inner, "Flow.works:7");
    run.endScope(20, inner);

    assertThat(run.chains()).hasSize(1);
    assertThat(run.analyse().sites()).isNotEmpty().allMatch(site -> site.scopes() == null);
  }

  @Test
  void shouldCountConnectionsOfAMeasurementForTheScopeAroundIt() {
    int outer = run.scope(0);
    int inner = run.scope(10, run.measurements(), 0, outer);
    run.connection(12, outer, "FlowTest.works:7");
    run.connection(16, inner, "FlowTest.works:7");

    assertThat(run.analyse().sites().get(0).scopes())
        .containsExactly(new Findings.ScopeCount("com.acme.FlowTest#works", 2));
  }
}
