package dev.churnagent.recorder.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.model.Call;
import org.junit.jupiter.api.Test;

class ScopesTest extends CallFixture {
  @Test
  void shouldNestAndTellWhatBelongsToWhich() {
    connect();
    Object outer = recorder.scopeStarted(flow);
    Object inner = recorder.scopeStarted(flow);
    call(fetch, "x");
    connect();
    recorder.scopeEnded(inner);
    call(fetch, "x");
    recorder.scopeEnded(outer);
    call(fetch, "x");
    connect();

    assertThat(read().scopes)
        .containsExactly("start 0 in -1", "start 1 in 0", "connection in 1", "end 1", "end 0");
    assertThat(calls().stream().map(Call::scopeId)).containsExactly(1, 0, -1);
  }

  @Test
  void shouldSurviveEndsInTheWrongOrderAndTwice() {
    Object outer = recorder.scopeStarted(flow);
    Object inner = recorder.scopeStarted(flow);
    recorder.scopeEnded(outer);
    recorder.scopeEnded(outer);
    call(fetch, "x");
    recorder.scopeEnded(inner);
    call(fetch, "x");

    assertThat(read().scopes).containsExactly("start 0 in -1", "start 1 in 0", "end 0", "end 1");
    assertThat(calls().stream().map(Call::scopeId)).containsExactly(1, -1);
  }

  @Test
  void shouldSurviveAnEndOnAnotherThread() throws InterruptedException {
    Object outer = recorder.scopeStarted(flow);
    Object inner = recorder.scopeStarted(flow);
    onThread(
        () -> {
          recorder.scopeEnded(inner);
          call(fetch, "elsewhere");
        });
    call(fetch, "x");
    recorder.scopeEnded(outer);
    call(fetch, "x");

    assertThat(calls().stream().map(Call::scopeId)).containsExactly(-1, 0, -1);
  }
}
