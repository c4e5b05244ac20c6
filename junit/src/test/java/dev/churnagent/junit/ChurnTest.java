package dev.churnagent.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChurnTest {
  private final FakeEngine engine = new FakeEngine();

  @BeforeEach
  void replace() {
    Agent.replace(engine);
  }

  @AfterEach
  void restore() {
    Agent.replace(null);
  }

  @Test
  void shouldGiveTheFigures() {
    engine.opened("a.B.c(B.java:1)", 3).redundant(2);
    ChurnFigures figures = Churn.measure(() -> {});
    assertThat(figures.connections()).isEqualTo(3);
    assertThat(figures.duration()).isEqualTo(Duration.ofMillis(5));
    assertThat(figures.sites())
        .containsExactly(new ChurnFigures.Site("a.B.c(B.java:1)", 3, 0, List.of("127.0.0.1:80")));
    assertThat(figures.avoidableCalls()).isEqualTo(2);
    assertThat(figures.chains().get(0).root()).isEqualTo("com.acme.Flow#run");
    assertThat(figures.problems()).isEmpty();
    assertThat(engine.begun).hasSize(1);
    assertThat(engine.ended).isEqualTo(1);
  }

  @Test
  void shouldGiveTheResultToo() {
    engine.opened("a.B.c(B.java:1)", 1);
    Measured<String> measured = Churn.measureResult(() -> "result");
    assertThat(measured.result()).isEqualTo("result");
    assertThat(measured.figures().connections()).isEqualTo(1);
    AtomicInteger calls = new AtomicInteger();
    assertThat(Churn.measure(() -> calls.incrementAndGet()).connections()).isEqualTo(1);
    assertThat(calls).hasValue(1);
  }

  @Test
  void shouldThrowOnWhatTheCodeThrows() {
    engine.refusing("fault", "ours");
    assertThatThrownBy(
            () ->
                Churn.measure(
                    () -> {
                      throw new IOException("its own");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("its own");
    assertThat(engine.ended).isEqualTo(1);
  }

  @Test
  void shouldNotGiveFiguresThatMayBeTooLow() {
    engine.opened("a.B.c(B.java:1)", 3).with("problems", List.of("7 events were lost", "more"));
    assertThatThrownBy(() -> Churn.measure(() -> {}))
        .isInstanceOfSatisfying(
            MeasurementException.class, e -> assertThat(e.figures().connections()).isEqualTo(3))
        .hasMessage("the figures may be too low: 7 events were lost; more");
  }

  @Test
  void shouldTellAFault() {
    engine.refusing("fault", "the agent failed with X");
    assertThatThrownBy(() -> Churn.measure(() -> {}))
        .isInstanceOf(MeasurementException.class)
        .hasMessage("could not be measured: the agent failed with X");
  }

  @Test
  void shouldNotRunTheCodeWithoutAnAgent() {
    Agent.replace(null);
    AtomicInteger calls = new AtomicInteger();
    assertThatThrownBy(() -> Churn.measure(() -> calls.incrementAndGet()))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContaining("is not attached");
    assertThat(calls).hasValue(0);
  }
}
