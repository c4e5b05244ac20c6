package dev.churnagent.analysis.fetch;

import static dev.churnagent.analysis.fetch.FetchRecording.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How chains lie, and which method is named as their root. */
class ChainShapesTest {
  private final FetchRecording run = FetchRecording.run();
  private final int scope = run.scope(0);
  private final int device = run.request(DEVICE, "serial 1");

  @Test
  void shouldTellStepsOfOneCallerAsSequence() {
    for (int i = 0; i < 5; i++) {
      call(120 * i)
          .via(
              "FlowTest.works:5",
              "Flow.run:1" + i,
              "Step" + (char) ('A' + i) + ".run:7",
              "Get.it:3");
    }

    assertThat(run.chains())
        .containsExactly(
            "1x sequence Flow.run [StepA.run:10, StepB.run:11, StepC.run:12, StepD.run:13,"
                + " StepE.run:14] calls 5, results 1, avoidable 4, connections 4, arguments 1");
    assertThat(run.polls()).isEmpty();
  }

  @Test
  void shouldCountTheCallsOfEachStep() {
    call(0).via("FlowTest.works:5", "Flow.run:10", "StepA.run:7");
    call(10).via("FlowTest.works:5", "Flow.run:10", "StepA.run:8");
    call(20).via("FlowTest.works:5", "Flow.run:11", "StepB.run:7");
    call(30).via("FlowTest.works:5", "Flow.run:12", "StepA.run:7");

    assertThat(run.fetches().chains()).hasSize(1);
    assertThat(run.fetches().chains().get(0).stepCalls()).containsExactly(3L, 1L);
  }

  @Test
  void shouldCountTheRootItselfAsStepWhereItFetches() {
    call(0).via("FlowTest.works:5", "Flow.run:10", "StepA.run:7");
    call(10).via("FlowTest.works:5", "Flow.run:11");
    call(20).via("FlowTest.works:5", "Flow.run:12", "StepB.run:7");

    assertThat(run.chains())
        .containsExactly(
            "1x sequence Flow.run [StepA.run:10, Flow.run:11, StepB.run:12]"
                + " calls 3, results 1, avoidable 2, connections 2, arguments 1");
  }

  @Test
  void shouldTellStepsThatCallEachOtherAsNested() {
    call(0).via("FlowTest.works:5", "A.run:10");
    call(10).via("FlowTest.works:5", "A.run:12", "B.run:20");
    call(20).via("FlowTest.works:5", "A.run:12", "B.run:22", "C.run:30");

    assertThat(run.chains())
        .containsExactly(
            "1x nested A.run [A.run:10, B.run:12, C.run:12]"
                + " calls 3, results 1, avoidable 2, connections 2, arguments 1");
  }

  @Test
  void shouldTellStepsThatFetchAfterTheOnesTheyCallAsNested() {
    call(0).via("FlowTest.works:5", "A.run:12", "B.run:22", "C.run:30");
    call(10).via("FlowTest.works:5", "A.run:12", "B.run:23");
    call(20).via("FlowTest.works:5", "A.run:13");

    assertThat(run.chains())
        .containsExactly(
            "1x nested A.run [C.run:12, B.run:12, A.run:13]"
                + " calls 3, results 1, avoidable 2, connections 2, arguments 1");
  }

  @Test
  void shouldTellOneStepAgainAndAgainAsLoopOfItsCaller() {
    for (int i = 0; i < 100; i++) {
      call(2 * i).via("FlowTest.works:5", "Flow.run:10", "Step.run:7");
    }

    assertThat(run.chains())
        .containsExactly(
            "1x loop Flow.run [Step.run:10] calls 100, results 1, avoidable 99, connections 99,"
                + " arguments 1");
  }

  @Test
  void shouldNeverNameAMethodAboveTheScope() {
    call(0).via("Runner.main:1", "FlowTest.works:5");
    call(2).via("Runner.main:1", "FlowTest.works:5");

    assertThat(run.chains())
        .containsExactly(
            "1x loop FlowTest.works [FlowTest.works:5] calls 2, results 1, avoidable 1,"
                + " connections 1, arguments 1");
  }

  @Test
  void shouldTellOneStepOnTwoLinesOfItsCallerAsLoop() {
    call(0).via("FlowTest.works:5", "Flow.run:10", "Step.run:7");
    call(100).via("FlowTest.works:5", "Flow.run:20", "Step.run:7");

    assertThat(run.chains())
        .containsExactly(
            "1x loop Flow.run [Step.run:10] calls 2, results 1, avoidable 1, connections 1,"
                + " arguments 1");
  }

  @Test
  void shouldTellStepsOnOtherThreadsAsFanOutEvenIfTheyOverlap() {
    for (int i = 0; i < 3; i++) {
      int origin = run.origin(-1, "FlowTest.works:5", "Flow.run:1" + i);
      call(i, 50 - i)
          .on(1 + i, origin)
          .via("Flow.lambda$run$" + i + ":1" + i, "Step" + i + ".run:7");
    }

    assertThat(run.chains())
        .containsExactly(
            "1x fan-out Flow.run [Step0.run:10, Step1.run:11, Step2.run:12]"
                + " calls 3, results 1, avoidable 2, connections 2, arguments 1");
  }

  @Test
  void shouldFollowWorkThatIsHandedOverTwice() {
    int first = run.origin(-1, "FlowTest.works:5", "Flow.run:10");
    int second = run.origin(first, "Flow.lambda$run$0:11", "Fork.join:3");
    call(0).on(0, -1).via("FlowTest.works:5", "Flow.run:9", "Early.run:1");
    call(10).on(2, second).via("Leaf.run:7");

    assertThat(run.chains())
        .containsExactly(
            "1x fan-out Flow.run [Early.run:9, Fork.join:11]"
                + " calls 2, results 1, avoidable 1, connections 1, arguments 1");
  }

  @Test
  void shouldGiveLambdasToTheMethodTheyAreWrittenIn() {
    call(0).via("FlowTest.works:5", "Flow.run:10", "Flow.lambda$run$0:11", "StepA.run:7");
    call(10).via("FlowTest.works:5", "Flow.run:10", "Flow.lambda$run$0:12", "StepB.run:7");

    assertThat(run.chains())
        .containsExactly(
            "1x sequence Flow.run [StepA.run:11, StepB.run:12]"
                + " calls 2, results 1, avoidable 1, connections 1, arguments 1");
  }

  @Test
  void shouldNameTheScopesMethodWherePathsShareNothing() {
    call(0).on(1, -1).via("WorkerA.run:1", "StepA.run:7");
    call(10).on(2, -1).via("WorkerB.run:1", "StepB.run:7");

    assertThat(run.chains())
        .containsExactly(
            "1x fan-out FlowTest.works [WorkerA.run:-1, WorkerB.run:-1]"
                + " calls 2, results 1, avoidable 1, connections 1, arguments 1");
  }

  @Test
  void shouldTellDifferentArgumentsInALoopAsInformation() {
    for (int i = 0; i < 4; i++) {
      run.call(run.request(DEVICE, "serial " + i))
          .at(2 * i)
          .in(scope)
          .answers(i)
          .via("FlowTest.works:5", "Flow.run:10", "Step.run:7");
    }

    assertThat(run.chains())
        .containsExactly(
            "1x loop Flow.run [Step.run:10] calls 4, results 4, avoidable 0, connections 0,"
                + " arguments 4");
  }

  @Test
  void shouldNotTellTwoDifferentArgumentsAsALoop() {
    call(0).via("FlowTest.works:5", "Flow.run:10", "Step.run:7");
    run.call(run.request(DEVICE, "serial 2"))
        .at(2)
        .in(scope)
        .via("FlowTest.works:5", "Flow.run:10", "Step.run:7");

    assertThat(run.chains()).isEmpty();
  }

  @Test
  void shouldTellAPathWithARepeatAndManyArgumentsOnceAsTheRepeat() {
    for (int i = 0; i < 4; i++) {
      run.call(run.request(DEVICE, "serial " + i % 3))
          .at(2 * i)
          .in(scope)
          .via("FlowTest.works:5", "Flow.run:10", "Step.run:7");
    }

    assertThat(run.chains())
        .containsExactly(
            "1x loop Flow.run [Step.run:10] calls 2, results 1, avoidable 1, connections 1,"
                + " arguments 1");
  }

  private FetchRecording.CallSpec call(double at) {
    return run.call(device).at(at).in(scope);
  }

  private FetchRecording.CallSpec call(double from, double to) {
    return run.call(device).at(from, to).in(scope);
  }
}
