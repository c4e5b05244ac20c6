package dev.churnagent.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.AssertionFailedError;

/** By a fake agent; JUnitIT has the true one, and all the places where annotations may stand. */
class ChurnExtensionTest {
  private final FakeEngine engine = new FakeEngine();
  private final Map<String, TestExecutionResult> results = new HashMap<>();

  @BeforeEach
  void replace() {
    Agent.replace(engine);
  }

  @AfterEach
  void restore() {
    Agent.replace(null);
  }

  /** Run by these tests only: their names end in no way that Surefire looks for. */
  static final class Held {
    @Test
    @MaxConnections(2)
    void passes() {}

    @Test
    @MaxConnections(2)
    void fails() {
      throw new IllegalStateException("its own");
    }

    @Test
    @MaxConnections(2)
    void aborts() {
      Assumptions.abort("not here");
    }

    @Test
    @MaxConnectionRate("7/min")
    void hasARate() {}

    @Test
    void isFree() {}
  }

  private void run() {
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(Held.class)).build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                results.put(test.getDisplayName(), result);
              }
            });
  }

  private Throwable thrown(String test) {
    return results.get(test).getThrowable().orElseThrow();
  }

  @Test
  void shouldFailATestThatOpensTooMany() {
    engine.opened("a.B.c(B.java:1)", 3).rate(1, 60, true, true);
    run();
    assertThat(thrown("passes()"))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageStartingWith(
            Held.class.getName() + ".passes opened 3 connections, allowed are 2");
    assertThat(results.get("isFree()").getStatus()).isEqualTo(Status.SUCCESSFUL);
    assertThat(results.get("hasARate()").getStatus()).isEqualTo(Status.SUCCESSFUL);
    assertThat(engine.begun).hasSize(4);
    assertThat(engine.begun).contains(Map.of("alone", true, "rates", List.of("7/min")));
    assertThat(engine.ended).isEqualTo(4);
  }

  @Test
  void shouldLeaveATestsOwnFailureFirst() {
    engine.opened("a.B.c(B.java:1)", 3).rate(1, 60, true, true);
    run();
    assertThat(thrown("fails()")).isInstanceOf(IllegalStateException.class).hasMessage("its own");
    assertThat(thrown("fails()").getSuppressed())
        .singleElement()
        .isInstanceOf(AssertionFailedError.class);
    assertThat(results.get("aborts()").getStatus()).isEqualTo(Status.ABORTED);
    assertThat(thrown("aborts()").getSuppressed()).isEmpty();
  }

  @Test
  void shouldFailWithoutAnAgentAndStillRunTheTest() {
    Agent.replace(null);
    run();
    assertThat(thrown("passes()"))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("is not attached");
    assertThat(thrown("fails()")).hasMessage("its own");
    assertThat(results.get("isFree()").getStatus()).isEqualTo(Status.SUCCESSFUL);
  }

  @Test
  void shouldTellAnAgentThatAnswersOddly() {
    engine.with("connections", "three");
    run();
    assertThat(thrown("passes()")).hasMessageContaining("use the same version of both");
  }
}
