package dev.churnagent.report;

import static dev.churnagent.report.TestFetches.DEVICE;
import static dev.churnagent.report.TestFetches.STATUS;
import static dev.churnagent.report.TestFetches.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.ChainFindings;
import dev.churnagent.analysis.ChainFindings.Shape;
import dev.churnagent.analysis.ChainFindings.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainAdviceTest {
  private static final Step A = step("com.acme.A#a", 7);
  private static final Step B = step("com.acme.B#b", -1);

  @Test
  void shouldNameTheRootTheLinesAndWhatIsSaved() {
    assertThat(ChainAdvice.of(TestFetches.sequence(), 32L, 60))
        .isEqualTo(
            "Fetch once in com.acme.DeviceFlow#run and pass the result on to com.acme.StepA#run"
                + " (line 31), com.acme.StepB#run (line 32), com.acme.StepC#run (line 33),"
                + " com.acme.StepD#run (line 34), com.acme.StepE#run (line 35); or cache "
                + DEVICE
                + " for the time of com.acme.DeviceFlow#run. That spares 32 of 40 calls and 32"
                + " connections, each 60 s in TIME_WAIT.");
  }

  @Test
  void shouldNameNoRootWhereOnlyTheThreadIsCommon() {
    ChainFindings chain =
        new ChainFindings(
            "1",
            Shape.SEQUENCE,
            step("java.lang.Thread#run", -1),
            List.of(A, B),
            List.of(2L, 2L),
            "r",
            STATUS,
            "",
            1,
            4,
            1,
            3,
            3,
            1);

    assertThat(ChainAdvice.of(chain, null, 60))
        .startsWith("Fetch once beforehand and pass the result on to com.acme.A#a (line 7)")
        .contains("; or cache " + STATUS + " for as long as that takes. That spares 3 of 4 calls");
  }

  @Test
  void shouldFitTheShape() {
    assertThat(of(Shape.NESTED, STATUS, 5, 0, 1))
        .contains("pass the result down to com.acme.A#a (line 7), com.acme.B#b; or cache GET ")
        .endsWith("That spares 5 of 40 calls.");
    assertThat(of(Shape.LOOP, DEVICE, 1, 1, 1))
        .contains("before the repetition (line 7), and use the result each time; or cache")
        .endsWith("1 of 40 calls and 1 connection.");
    assertThat(of(Shape.FAN_OUT, DEVICE, 5, 5, 1))
        .contains("before it starts the others, and pass it on to com.acme.A#a (line 7)");
  }

  @Test
  void shouldSayHowManyEndedInTimeWaitOnlyWhereThatIsKnown() {
    ChainFindings chain = TestFetches.sequence();

    assertThat(ChainAdvice.of(chain, null, 60)).endsWith("32 of 40 calls and 32 connections.");
    assertThat(ChainAdvice.of(chain, 20L, 0.5))
        .endsWith("and 32 connections, 20 of them 0.5 s in TIME_WAIT.");
    assertThat(ChainAdvice.of(chain, 0L, 60))
        .endsWith("and 32 connections, none of which left a port in TIME_WAIT.");
  }

  @Test
  void shouldNotPassTheResultToTheRootItself() {
    Step root = step("com.acme.DeviceFlow#run", 10);

    assertThat(
            ChainAdvice.of(
                TestFetches.chain(Shape.NESTED, "r", DEVICE, 2, 2, 1, root, A), null, 60))
        .contains("pass the result down to com.acme.A#a (line 7); or cache");
  }

  @Test
  void shouldInformAboutManyArgumentsWithoutBlame() {
    assertThat(of(Shape.LOOP, DEVICE, 0, 0, 40))
        .isEqualTo(
            "com.acme.DeviceFlow#run asks for 40 different arguments one by one (line 7): if the"
                + " other side can answer for several at once, one request would do instead of 40."
                + " Told for information, not counted as avoidable.");
  }

  @Test
  void shouldTellWritesWithoutBlame() {
    assertThat(of(Shape.LOOP, "PUT http://h/x", 0, 0, 1)).contains("same write", "not blamed");
    assertThat(of(Shape.LOOP, "GET http://h/x", 0, 0, 1)).contains("none of these calls");
    assertThat(of(Shape.LOOP, "a.T#PUT it", 0, 0, 1)).contains("none of these calls");
  }

  @Test
  void shouldNameSomeOfManySteps() {
    Step[] steps = new Step[20];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = step("com.acme.S" + i + "#run", i);
    }
    ChainFindings chain = TestFetches.chain(Shape.SEQUENCE, "r", DEVICE, 9, 9, 1, steps);

    assertThat(ChainAdvice.of(chain, null, 60))
        .contains("com.acme.S7#run (line 7) and 12 more; or cache");
  }

  private static String of(
      Shape shape, String target, long calls, long connections, long distinctArguments) {
    return ChainAdvice.of(
        TestFetches.chain(shape, "r", target, calls, connections, distinctArguments, A, B),
        null,
        60);
  }
}
