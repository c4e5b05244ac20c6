package dev.churnagent.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final String SITE = "com.acme.Client.open(Client.java:42)";

  private final FakeEngine engine = new FakeEngine();

  /** Bears the limits that are judged by. */
  private static final class Limits {
    @MaxConnections(5)
    void five() {}

    @MaxConnections(value = 5, ignoreElsewhere = true)
    void fiveOfItsOwn() {}

    @MaxConnections(1)
    void one() {}

    @MaxConnectionRate("5/s over 10s")
    void rate() {}

    @NoRedundantCalls
    void noRedundantCalls() {}

    @NoRedundantCalls(ignoreElsewhere = true)
    void noRedundantCallsOfItsOwn() {}

    @MaxConnections(0)
    @NoRedundantCalls
    void both() {}
  }

  private String judge(String name) {
    try {
      Method method = Limits.class.getDeclaredMethod(name);
      TestLimits limits =
          new TestLimits(
              method.getAnnotation(MaxConnections.class),
              method.getAnnotation(MaxConnectionRate.class),
              method.getAnnotation(NoRedundantCalls.class));
      return Verdict.of("com.acme.FooTest.bar", limits, new Answer(engine.figures));
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void shouldPassExactlyAtTheLimit() {
    engine.opened(SITE, 5);
    assertThat(judge("five")).isNull();
  }

  @Test
  void shouldTellSitesInALinkableForm() {
    engine.opened(SITE, 6, "com.acme.Other.open(Other.java:7)", 2);
    assertThat(judge("five").lines())
        .containsExactly(
            "com.acme.FooTest.bar opened 8 connections, allowed are 5 (@MaxConnections):",
            "    at com.acme.Client.open(Client.java:42)  6 connections to 127.0.0.1:80",
            "    at com.acme.Other.open(Other.java:7)  2 connections to 127.0.0.1:80, a:1, b:2 and 1"
                + " more");
    assertThat(judge("one"))
        .startsWith("com.acme.FooTest.bar opened 8 connections, allowed is 1 (");
  }

  @Test
  void shouldNotPassWhereOthersConnectionsDecide() {
    engine.opened(SITE, 3).openedElsewhere(SITE, 2);
    assertThat(judge("five")).isNull();
    engine.openedElsewhere(SITE, 3);
    assertThat(judge("five"))
        .startsWith(
            "com.acme.FooTest.bar opened 3 connections, allowed are 5 (@MaxConnections), and 3 more"
                + " were opened on threads")
        .contains("can't be told", "    at " + SITE);
    assertThat(judge("fiveOfItsOwn")).isNull();
  }

  @Test
  void shouldJudgeTheRate() {
    engine.opened(SITE, 60).rate(5, 10, true, true);
    assertThat(judge("rate")).isNull();
    engine.rate(5.1, 10, false, false);
    assertThat(judge("rate").lines())
        .containsExactly(
            "com.acme.FooTest.bar opened 51 connections within 10 s, allowed is 5/s over 10s"
                + " (@MaxConnectionRate):",
            "    at " + SITE + "  60 connections to 127.0.0.1:80");
    engine.rate(5, 10, true, false);
    assertThat(judge("rate")).contains("can't be told");
  }

  @Test
  void shouldTellRedundantCalls() {
    assertThat(judge("noRedundantCalls")).isNull();
    engine.redundant(1);
    assertThat(judge("noRedundantCalls").lines())
        .containsExactly(
            "com.acme.FooTest.bar made 1 redundant call, allowed are none (@NoRedundantCalls):",
            "    GET http://a/b: 2 calls, 1 avoidable, in com.acme.Flow#run",
            "      at com.acme.Flow.run(Flow.java:3) calls com.acme.StepA#run",
            "      Fetch once.");
  }

  @Test
  void shouldNotPassWhereOthersFetchesWereRedundant() {
    engine.with("avoidableElsewhere", 2L);
    assertThat(judge("noRedundantCalls")).contains("but 2 were made", "can't be told");
    assertThat(judge("noRedundantCallsOfItsOwn")).isNull();
  }

  @Test
  void shouldNotPassWhatWasNotMeasured() {
    engine.with("problems", List.of("7 events were lost"));
    assertThat(judge("five"))
        .isEqualTo(
            "com.acme.FooTest.bar: not everything was measured, so no limit counts as held: 7 events"
                + " were lost");
    engine.with("problems", List.of()).with("fetchProblems", List.of("no fetches"));
    assertThat(judge("five")).isNull();
    assertThat(judge("noRedundantCalls")).endsWith("counts as held: no fetches");
  }

  @Test
  void shouldTellEachViolation() {
    engine.opened(SITE, 1).redundant(3);
    assertThat(judge("both")).contains("opened 1 connection,", "made 3 redundant calls,");
  }

  @Test
  void shouldTellWhyThereAreNoFigures() {
    engine.refusing("mistake", "rate: 'x' is not a rate");
    assertThat(judge("five")).isEqualTo("com.acme.FooTest.bar: rate: 'x' is not a rate");
    assertThat(Verdict.of("t", null, new Answer(null)))
        .isEqualTo("t: the agent stopped recording before the end");
  }

  @Test
  void shouldTellOnlyTheWorstOfVeryManySites() {
    Object[] sites = new Object[60];
    for (int i = 0; i < sites.length; i += 2) {
      sites[i] = "a.B.c" + i;
      sites[i + 1] = 1;
    }
    engine.opened(sites);
    assertThat(judge("five").lines()).hasSize(22);
    assertThat(judge("five")).endsWith("    and 10 at 10 more sites");
  }
}
