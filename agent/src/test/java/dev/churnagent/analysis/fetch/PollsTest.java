package dev.churnagent.analysis.fetch;

import static dev.churnagent.analysis.fetch.FetchRecording.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PollsTest {
  private static final String[] LOOP = {"FlowTest.works:5", "Wait.until:12"};

  private final FetchRecording run = FetchRecording.run();
  private final int scope = run.scope(0);
  private final int device = run.request(DEVICE, "serial 1");
  private double now;

  @Test
  void shouldTellRegularPausesAsPoll() {
    for (int pause : new int[] {100, 110, 105, 250, 95}) {
      call(1, pause);
    }

    assertThat(run.chains()).isEmpty();
    assertThat(run.polls())
        .containsExactly("com.acme.Wait.until(Wait.java:12) calls 5, results 1, every 142.3 ms");
  }

  @Test
  void shouldTellALoopThatWaitsForAnotherAnswerAsPoll() {
    call(1, 20);
    call(1, 200);
    call(1, 2_000);
    call(2, 0);

    assertThat(run.chains()).isEmpty();
    assertThat(run.polls())
        .containsExactly("com.acme.Wait.until(Wait.java:12) calls 4, results 2, every 741.0 ms");
  }

  @Test
  void shouldTellARetryLoopThatBacksOffAsPoll() {
    fail(20);
    fail(200);
    fail(2_000);
    call(1, 0);

    assertThat(run.chains()).isEmpty();
    assertThat(run.polls())
        .containsExactly("com.acme.Wait.until(Wait.java:12) calls 4, results 1, every 741.0 ms");
  }

  @Test
  void shouldNotTellALoopWithoutPausesAsPoll() {
    call(1, 0.1);
    call(1, 0.1);
    call(1, 0.1);
    call(2, 0.1);

    assertThat(run.polls()).isEmpty();
    assertThat(run.chains())
        .containsExactly(
            "1x loop FlowTest.works [Wait.until:5] calls 3, results 1, avoidable 2,"
                + " connections 2, arguments 1");
  }

  @Test
  void shouldNotTellIrregularPausesWithTheSameAnswerAsPoll() {
    call(1, 20);
    call(1, 200);
    call(1, 2_000);
    call(1, 0);

    assertThat(run.polls()).isEmpty();
    assertThat(run.chains()).hasSize(1);
  }

  @Test
  void shouldNotTellWorkWithOtherFetchesBetweenAsPoll() {
    int menu = run.request(DEVICE, "serial 2");
    for (int page = 0; page < 4; page++) {
      double at = page * 100;
      run.call(device).at(at, at + 5).in(scope).via(LOOP);
      for (int item = 1; item < 20; item++) {
        run.call(menu).at(at + 5 * item, at + 5 * item + 4).in(scope).answers(item).via(LOOP);
      }
    }

    assertThat(run.polls()).isEmpty();
    assertThat(run.chains())
        .contains(
            "1x loop FlowTest.works [Wait.until:5] calls 4, results 1, avoidable 3,"
                + " connections 3, arguments 1");
  }

  @Test
  void shouldTellALoopThatAsksTwoThingsAndThenWaitsAsPolls() {
    int progress = run.request(DEVICE, "serial 2");
    for (int round = 0; round < 4; round++) {
      double at = round * 100;
      run.call(device).at(at, at + 5).in(scope).via(LOOP);
      run.call(progress).at(at + 6, at + 11).in(scope).via(LOOP);
    }

    assertThat(run.chains()).isEmpty();
    assertThat(run.polls()).hasSize(2);
  }

  @Test
  void shouldNotTellTwoCallsAsPoll() {
    call(1, 100);
    call(1, 100);

    assertThat(run.polls()).isEmpty();
    assertThat(run.chains()).hasSize(1);
  }

  @Test
  void shouldNotTellPausesJustBelowTheShortestAsPoll() {
    call(1, 9.9);
    call(1, 9.9);
    call(1, 9.9);

    assertThat(run.polls()).isEmpty();
    assertThat(run.chains()).hasSize(1);
  }

  @Test
  void shouldTellPausesOfTheShortestAsPoll() {
    call(1, 10);
    call(1, 10);
    call(1, 10);

    assertThat(run.chains()).isEmpty();
    assertThat(run.polls()).hasSize(1);
  }

  @Test
  void shouldForgiveOneOutlierInTenPauses() {
    for (int i = 0; i < 11; i++) {
      call(1, i == 5 ? 5_000 : 100);
    }

    assertThat(run.polls()).hasSize(1);
    assertThat(run.chains()).isEmpty();
  }

  @Test
  void shouldNotTellStepsWithPausesInBetweenAsPoll() {
    for (int round = 0; round < 5; round++) {
      for (int step = 0; step < 5; step++) {
        run.call(device)
            .at(now)
            .in(scope)
            .via("FlowTest.works:5", "Flow.run:" + step, "Step" + step + ".run:7");
        now += 120;
      }
    }

    assertThat(run.polls()).isEmpty();
    assertThat(run.chains())
        .containsExactly(
            "1x sequence Flow.run [Step0.run:0, Step1.run:1, Step2.run:2, Step3.run:3, Step4.run:4]"
                + " calls 25, results 1, avoidable 24, connections 24, arguments 1");
  }

  @Test
  void shouldNotCountCallsOfAWaitingLoopWithTheRepeatsAroundIt() {
    run.call(device).at(now).in(scope).via("FlowTest.works:1", "A.run:7");
    now += 5;
    for (int i = 0; i < 4; i++) {
      call(1, 100);
    }
    run.call(device).at(now).in(scope).via("FlowTest.works:9", "B.run:7");

    assertThat(run.polls()).hasSize(1);
    assertThat(run.chains())
        .containsExactly(
            "1x sequence FlowTest.works [A.run:1, B.run:9] calls 2, results 1, avoidable 1,"
                + " connections 1, arguments 1");
  }

  @Test
  void shouldEndTheRepeatsAroundAWaitingLoopThatSawAnotherAnswer() {
    run.call(device).at(now).in(scope).via("FlowTest.works:1", "A.run:7");
    now += 5;
    call(1, 100);
    call(1, 100);
    call(2, 100);
    run.call(device).at(now).in(scope).via("FlowTest.works:9", "B.run:7");

    assertThat(run.polls()).hasSize(1);
    assertThat(run.chains()).isEmpty();
  }

  @Test
  void shouldNotTellCacheHitsAsPoll() {
    for (int i = 0; i < 10; i++) {
      run.call(device).at(now).in(scope).fromCache().via(LOOP);
      now += 100;
    }

    assertThat(run.polls()).isEmpty();
    assertThat(run.chains()).isEmpty();
  }

  @Test
  void shouldFoldLoopsOfOneRequestAndSite() {
    for (int i = 0; i < 3; i++) {
      call(1, 100);
    }
    int second = run.scope(now);
    for (int i = 0; i < 3; i++) {
      run.call(device).at(now).in(second).via(LOOP);
      now += 199;
    }

    assertThat(run.polls())
        .containsExactly("com.acme.Wait.until(Wait.java:12) calls 6, results 1, every 150.0 ms");
  }

  /** A call of 1 ms and a pause. */
  private void call(long answer, double pause) {
    run.call(device).at(now).in(scope).answers(answer).via(LOOP);
    now += 1 + pause;
  }

  private void fail(double pause) {
    run.call(device).at(now).in(scope).fails().via(LOOP);
    now += 1 + pause;
  }
}
