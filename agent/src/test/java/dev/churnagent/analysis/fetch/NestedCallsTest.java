package dev.churnagent.analysis.fetch;

import static dev.churnagent.analysis.fetch.FetchRecording.DEVICE;
import static dev.churnagent.analysis.fetch.FetchRecording.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.RequestFindings.TargetCount;
import org.junit.jupiter.api.Test;

/** HTTP requests and watched calls beneath watched calls. A child's record comes first. */
class NestedCallsTest {
  private static final String INNER = "com.acme.Client#load";
  private static final String SAVE = "PUT http://127.0.0.1:8100/status";

  private final FetchRecording run = FetchRecording.run();
  private final int scope = run.scope(0);
  private final int device = run.request(DEVICE, "serial 1");
  private final int inner = run.request(INNER, "1");
  private final int status = run.request(STATUS, "");
  private final int save = run.request(SAVE, "#1");

  @Test
  void shouldTellHttpBeneathAWatchedCallWithIt() {
    for (int i = 0; i < 2; i++) {
      int parent = run.nextCall();
      run.call(status).at(100 * i + 1).in(scope).beneath(parent).via("FlowTest.works:" + i);
      run.call(status).at(100 * i + 3).in(scope).beneath(parent).via("FlowTest.works:" + i);
      run.call(device)
          .at(100 * i, 100 * i + 9)
          .in(scope)
          .opens(2)
          .numbered(parent, "FlowTest.works:" + i);
    }

    assertThat(run.chains())
        .containsExactly(
            "1x loop FlowTest.works [FlowTest.works:0] calls 2, results 1, avoidable 1,"
                + " connections 2, arguments 1");
    assertThat(run.requests())
        .containsExactly(
            DEVICE + "(serial 1) calls 2, results 1, failures 0, connections 4, avoidable 1");
    assertThat(run.fetches().requests().get(0).beneath())
        .containsExactly(new TargetCount(STATUS, 4));
  }

  @Test
  void shouldCountHttpThatOutlivesItsWatchedCall() {
    int parent = run.nextCall();
    run.call(device).at(0).in(scope).numbered(parent, "FlowTest.works:1");
    run.call(status).at(5).in(scope).beneath(parent).via("FlowTest.works:1");

    assertThat(run.requests()).hasSize(1);
    assertThat(run.fetches().requests().get(0).beneath())
        .containsExactly(new TargetCount(STATUS, 1));
  }

  @Test
  void shouldTellHttpOfAWatchedCallThatNeverEnded() {
    run.call(status).at(5).in(scope).beneath(run.nextCall()).via("FlowTest.works:1");

    assertThat(run.requests())
        .containsExactly(STATUS + "() calls 1, results 0, failures 0, connections 1, avoidable 0");
  }

  @Test
  void shouldTellCallsBeneathAnAvoidableCallOnlyThere() {
    for (int i = 0; i < 3; i++) {
      int parent = run.nextCall();
      String step = "Step" + i + ".run:7";
      run.call(inner).at(50 * i + 1).in(scope).beneath(parent).via("FlowTest.works:" + i, step);
      run.call(device)
          .at(50 * i, 50 * i + 9)
          .in(scope)
          .numbered(parent, "FlowTest.works:" + i, step);
    }

    assertThat(run.chains())
        .containsExactly(
            "1x sequence FlowTest.works [Step0.run:0, Step1.run:1, Step2.run:2] calls 3, results 1,"
                + " avoidable 2, connections 2, arguments 1");
    assertThat(run.requests())
        .contains(INNER + "(1) calls 3, results 1, failures 0, connections 3, avoidable 0");
  }

  @Test
  void shouldTellRepeatsBeneathACallThatCouldNotBeAvoided() {
    int parent = run.nextCall();
    run.call(inner)
        .at(1)
        .in(scope)
        .beneath(parent)
        .via("FlowTest.works:1", "Device.getNecessaryData:50");
    run.call(inner)
        .at(3)
        .in(scope)
        .beneath(parent)
        .via("FlowTest.works:1", "Device.getNecessaryData:51");
    run.call(device).at(0, 9).in(scope).numbered(parent, "FlowTest.works:1");

    assertThat(run.chains())
        .containsExactly(
            "1x loop Device.getNecessaryData [Device.getNecessaryData:50] calls 2, results 1,"
                + " avoidable 1, connections 1, arguments 1");
  }

  @Test
  void shouldEndRepeatsByAWriteToAResourceTheyReadBeneath() {
    fetchBeneath(0);
    run.call(save).at(50).in(scope).via("FlowTest.works:2");
    fetchBeneath(100);

    assertThat(run.chains()).isEmpty();
  }

  @Test
  void shouldEndRepeatsByAWriteBeneathAnotherWatchedCall() {
    fetchBeneath(0);
    int saving = run.nextCall();
    run.call(save).at(51).in(scope).beneath(saving).via("FlowTest.works:2");
    run.call(inner).at(50, 60).in(scope).numbered(saving, "FlowTest.works:2");
    fetchBeneath(100);

    assertThat(run.chains()).isEmpty();
  }

  @Test
  void shouldEndRepeatsByAWriteOfAnotherScope() {
    fetchBeneath(0);
    int other = run.scope(40, 0, 1, -1);
    run.call(save).at(50).in(other).on(1, -1).via("FlowTest.works:2");
    fetchBeneath(100);

    assertThat(run.chains()).isEmpty();
  }

  @Test
  void shouldNotEndRepeatsByAWriteToAnotherResource() {
    fetchBeneath(0);
    run.call(run.request("PUT http://127.0.0.1:8100/log", ""))
        .at(50)
        .in(scope)
        .via("FlowTest.works:2");
    fetchBeneath(100);

    assertThat(run.chains()).hasSize(1);
  }

  @Test
  void shouldNotTakeTheRequestsOwnPostForAWriteInBetween() {
    for (int i = 0; i < 2; i++) {
      int outer = run.nextCall();
      int parent = run.nextCall();
      run.call(save).at(100 * i + 2).in(scope).beneath(parent).via("FlowTest.works:" + i);
      run.call(inner)
          .at(100 * i + 1, 100 * i + 5)
          .in(scope)
          .beneath(outer)
          .numbered(parent, "FlowTest.works:" + i);
      run.call(device).at(100 * i, 100 * i + 9).in(scope).numbered(outer, "FlowTest.works:" + i);
    }

    assertThat(run.fetches().chains())
        .singleElement()
        .satisfies(chain -> assertThat(chain.avoidableCalls()).isOne());
  }

  private void fetchBeneath(double at) {
    int parent = run.nextCall();
    run.call(status)
        .at(at + 1)
        .in(scope)
        .beneath(parent)
        .via("FlowTest.works:1", "A.run:" + (int) at);
    run.call(device)
        .at(at, at + 9)
        .in(scope)
        .numbered(parent, "FlowTest.works:1", "A.run:" + (int) at);
  }
}
