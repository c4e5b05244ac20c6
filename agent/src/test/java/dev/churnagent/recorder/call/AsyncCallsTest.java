package dev.churnagent.recorder.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.model.Call;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class AsyncCallsTest extends CallFixture {
  /** An application's own kind, whose every override fails the test. */
  static final class OwnFuture<T> extends CompletableFuture<T> {
    @Override
    public CompletableFuture<T> whenComplete(BiConsumer<? super T, ? super Throwable> action) {
      throw new AssertionError("called");
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      throw new AssertionError("called");
    }
  }

  @Test
  void shouldEndWhenTheFutureCompletesWithItsValueAsTheAnswer() throws InterruptedException {
    CompletableFuture<Object> future = new CompletableFuture<>();
    Object token = recorder.callStarted(fetch, null, NO_ARGUMENTS);
    Asker asker = contexts.asker();
    recorder.callEnded(token, future, null);
    assertThat(calls()).isEmpty();
    assertThat(contexts.asker().callId()).as("the thread is not in it any more").isEqualTo(-1);
    onThread(
        () -> {
          asker.networkUsed();
          future.complete("x");
        });
    call(fetch, "x");

    assertThat(calls()).hasSize(2);
    assertThat(calls().get(0).answer()).isEqualTo(calls().get(1).answer());
    assertThat(calls().get(0).flags()).isEqualTo(Call.NETWORK);
    assertThat(calls().get(0).threadId()).isEqualTo(calls().get(1).threadId());
  }

  @Test
  void shouldTakeAFutureThatIsCompleteAlready() {
    call(fetch, CompletableFuture.completedFuture("x"));
    call(fetch, CompletableFuture.completedStage("x"));
    call(fetch, CompletableFuture.failedFuture(new IllegalStateException()));
    call(fetch, "x");

    assertThat(calls().stream().map(Call::flags)).containsExactly(0, 0, Call.FAILED, 0);
    assertThat(calls().get(0).answer()).isEqualTo(calls().get(3).answer());
    assertThat(calls().get(1).answer()).isEqualTo(calls().get(3).answer());
  }

  @Test
  void shouldTellACancelledOneAsFailed() {
    CompletableFuture<Object> future = new CompletableFuture<>();
    call(fetch, future);
    assertThat(future.cancel(true)).isTrue();
    assertThat(calls().get(0).flags()).isEqualTo(Call.FAILED);
  }

  @Test
  void shouldNotTouchAnApplicationsOwnStages() {
    CompletionStage<Object> own = new OwnFuture<>();
    call(fetch, own);
    assertThat(calls().get(0).flags()).isEqualTo(Call.UNKNOWN_ANSWER);
  }

  @Test
  void shouldNotKeepAFutureThatNeverCompletes() throws InterruptedException {
    Object future = new CompletableFuture<>();
    WeakReference<Object> gone = new WeakReference<>(future);
    call(fetch, future);
    future = null;
    awaitCollected(gone);
    assertThat(future).isNull();
    assertThat(calls()).isEmpty();
  }

  @Test
  void shouldLeaveTheValueAloneInEveryCase() {
    CompletableFuture<Object> future = new CompletableFuture<>();
    call(fetch, future);
    Object value = new Object();
    future.complete(value);
    assertThat(future.join()).isSameAs(value);
    assertThat(calls().get(0).flags()).isEqualTo(Call.UNKNOWN_ANSWER);
  }
}
