package dev.churnagent.recorder.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.Callers;
import dev.churnagent.model.Call;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class HandOffTest extends CallFixture {
  /** Runs tasks as a pool's worker does. */
  private void work(Runnable... tasks) {
    for (Runnable task : tasks) {
      contexts.handOvers().taskStarting(task);
      task.run();
      contexts.handOvers().taskStarting(null);
    }
  }

  @Test
  void shouldCarryScopeAndOriginToTheTask() throws InterruptedException {
    Runnable task = () -> call(fetch, "x");
    Runnable foreign = () -> call(fetch, "x");
    Object scope = recorder.scopeStarted(flow);
    Callers.second(
        () -> {
          contexts.handOvers().handedOver(task);
          return 0;
        });
    onThread(() -> work(foreign, task, foreign));
    recorder.scopeEnded(scope);
    RecordedFetches recorded = read();

    assertThat(recorded.calls.stream().map(Call::scopeId)).containsExactly(-1, 0, -1);
    assertThat(recorded.calls.stream().map(Call::originId)).containsExactly(-1, 0, -1);
    int stackId = recorded.origins.get(0).get(0);
    assertThat(recorded.origins.get(0).get(1)).isEqualTo(-1);
    assertThat(recorded.stacks.get(stackId).frames())
        .anyMatch(frame -> frame.method().equals("second"));
  }

  @Test
  void shouldStillBelongToAScopeThatEndedAfterTheHandOffButCarryItNoFurther()
      throws InterruptedException {
    Runnable second = () -> call(fetch, "x");
    Runnable first =
        () -> {
          call(fetch, "x");
          contexts.handOvers().handedOver(second);
        };
    Object scope = recorder.scopeStarted(flow);
    contexts.handOvers().handedOver(first);
    recorder.scopeEnded(scope);
    onThread(() -> work(first, second));

    assertThat(calls().stream().map(Call::scopeId)).containsExactly(0, -1);
  }

  @Test
  void shouldChainOrigins() throws InterruptedException {
    Runnable second = () -> call(fetch, "x");
    Runnable first = () -> contexts.handOvers().handedOver(second);
    Object scope = recorder.scopeStarted(flow);
    contexts.handOvers().handedOver(first);
    onThread(() -> work(first));
    onThread(() -> work(second));
    recorder.scopeEnded(scope);

    assertThat(calls().get(0).originId()).isEqualTo(1);
    assertThat(calls().get(0).scopeId()).isZero();
    assertThat(read().origins.get(1).get(1)).isZero();
  }

  @Test
  void shouldCutAChainOfOriginsWithoutEnd() throws InterruptedException {
    Queue<Runnable> queue = new ArrayDeque<>();
    for (int i = 0; i < 1000; i++) {
      queue.add(
          () -> {
            Runnable next = queue.poll();
            if (next != null) {
              contexts.handOvers().handedOver(next);
              work(next);
            }
          });
    }
    Object scope = recorder.scopeStarted(flow);
    Runnable first = queue.poll();
    contexts.handOvers().handedOver(first);
    onThread(() -> work(first));
    recorder.scopeEnded(scope);

    assertThat(read().origins).hasSize(32);
  }

  @Test
  void shouldMarkNetworkOnTheCallThatTheTaskIsDoneFor() throws InterruptedException {
    Runnable task =
        () -> {
          contexts.networkUsed();
          contexts.connected();
          call(other, "x");
        };
    Object call = recorder.callStarted(fetch, null, NO_ARGUMENTS);
    contexts.handOvers().handedOver(task);
    onThread(() -> work(task));
    recorder.callEnded(call, "x", null);

    assertThat(calls().stream().map(Call::parentCallId)).containsExactly(0, -1);
    assertThat(calls().get(1).flags()).isEqualTo(Call.NETWORK);
    assertThat(calls().get(1).connections()).isEqualTo(1);
    assertThat(calls().get(1).scopeId()).isEqualTo(-1);
  }

  @Test
  void shouldNotPutATaskBeneathACallThatHasEnded() throws InterruptedException {
    Runnable task = () -> call(other, "x");
    Object call = recorder.callStarted(fetch, null, NO_ARGUMENTS);
    contexts.handOvers().handedOver(task);
    recorder.callEnded(call, "x", null);
    onThread(() -> work(task));

    assertThat(calls().stream().map(Call::parentCallId)).containsExactly(-1, -1);
  }

  @Test
  void shouldComeBackToTheOuterTaskAfterOneInsideIt() throws InterruptedException {
    Runnable inner = () -> call(fetch, "x");
    Runnable unknown = () -> call(fetch, "x");
    Runnable outer =
        () -> {
          Object token = contexts.handOvers().taskEntered(inner);
          inner.run();
          contexts.handOvers().taskLeft(token);
          Object none = contexts.handOvers().taskEntered(unknown);
          assertThat(none).isNull();
          unknown.run();
          contexts.handOvers().taskLeft(none);
          call(fetch, "x");
        };
    Object one = recorder.scopeStarted(flow);
    contexts.handOvers().handedOver(outer);
    onThread(
        () -> {
          Object two = recorder.scopeStarted(flow);
          contexts.handOvers().handedOver(inner);
          recorder.scopeEnded(two);
        });
    onThread(() -> work(outer));
    recorder.scopeEnded(one);

    assertThat(calls().stream().map(Call::scopeId)).containsExactly(1, 0, 0);
  }

  @Test
  void shouldPutLaterAttemptsToWhereTheFirstWasMade() throws InterruptedException {
    Object request = new Object();
    Object scope = recorder.scopeStarted(flow);
    assertThat(contexts.handOvers().attemptEntered(request)).isNull();
    call(fetch, "x");
    onThread(
        () -> {
          Object token = contexts.handOvers().attemptEntered(request);
          call(fetch, "x");
          contexts.handOvers().taskLeft(token);
          call(fetch, "x");
        });
    recorder.scopeEnded(scope);

    assertThat(calls().stream().map(Call::scopeId)).containsExactly(0, 0, -1);
  }

  @Test
  void shouldPutACopyToWhereItsOriginalIs() throws InterruptedException {
    Object request = new Object();
    Object copy = new Object();
    Object scope = recorder.scopeStarted(flow);
    contexts.handOvers().taskMade(request);
    recorder.scopeEnded(scope);
    onThread(
        () -> {
          contexts.handOvers().copied(request, copy);
          contexts.handOvers().copied(new Object(), request);
          Object token = contexts.handOvers().taskEntered(copy);
          call(fetch, "x");
          contexts.handOvers().taskLeft(token);
        });

    assertThat(calls().stream().map(Call::scopeId)).containsExactly(0);
  }

  @Test
  void shouldServeEachThatWaitsOnceInTheirOrder() throws InterruptedException {
    List<Object> waiting = List.of(new Object(), new Object(), new Object());
    for (Object one : waiting.subList(1, 3)) {
      Object scope = recorder.scopeStarted(flow);
      contexts.handOvers().handedOver(one);
      recorder.scopeEnded(scope);
    }
    onThread(
        () -> {
          assertThat(contexts.handOvers().waitingEntered(waiting)).isNull();
          Object loop = contexts.handOvers().loopEntered();
          for (int i = 0; i < 3; i++) {
            Object token = contexts.handOvers().waitingEntered(waiting);
            call(fetch, "x");
            contexts.handOvers().taskLeft(token);
          }
          assertThat(contexts.handOvers().waitingEntered(null)).isNull();
          contexts.handOvers().taskLeft(loop);
        });

    assertThat(calls().stream().map(Call::scopeId)).containsExactly(0, 1, -1);
  }

  @Test
  void shouldPutATaskThatTheCallerRunsItselfIntoItsOwnScopeOnly() throws InterruptedException {
    Runnable task = () -> call(fetch, "x");
    Object scope = recorder.scopeStarted(flow);
    contexts.handOvers().handedOver(task);
    Object call = recorder.callStarted(fetch, null, NO_ARGUMENTS);
    Object token = contexts.handOvers().taskEntered(task);
    task.run();
    contexts.handOvers().taskLeft(token);
    assertThat(contexts.asker().callId()).isZero();
    recorder.callEnded(call, "x", null);
    recorder.scopeEnded(scope);

    assertThat(calls().stream().map(Call::scopeId)).containsExactly(0, 0);
    assertThat(calls().stream().map(Call::callId)).containsExactly(1, 0);
  }

  @Test
  void shouldGiveANewThreadTheContextItWasStartedIn() throws InterruptedException {
    Thread thread = new Thread(() -> call(fetch, "x"));
    Object scope = recorder.scopeStarted(flow);
    contexts.handOvers().handedOver(thread);
    thread.start();
    thread.join();
    recorder.scopeEnded(scope);

    assertThat(calls().get(0).scopeId()).isZero();
    assertThat(calls().get(0).originId()).isZero();
  }

  @Test
  void shouldNotLeaveAThreadInAScopeThatHasEnded() throws InterruptedException {
    Thread thread = new Thread(() -> call(fetch, "x"));
    Object scope = recorder.scopeStarted(flow);
    contexts.handOvers().handedOver(thread);
    recorder.scopeEnded(scope);
    thread.start();
    thread.join();

    assertThat(calls().get(0).scopeId()).isEqualTo(-1);
  }

  @Test
  void shouldForgetWhatAWorkersThreadWasStartedInWithItsFirstTask() throws InterruptedException {
    Thread worker =
        new Thread(
            () -> {
              contexts.handOvers().taskStarting(new Object());
              call(fetch, "x");
            });
    Object scope = recorder.scopeStarted(flow);
    contexts.handOvers().handedOver(worker);
    worker.start();
    worker.join();
    recorder.scopeEnded(scope);

    assertThat(calls().get(0).scopeId()).isEqualTo(-1);
  }

  /** Each thread's work is handed over from inside the scope and call of the one before. */
  @Test
  void shouldNotChainContextsWithoutEnd() throws InterruptedException {
    Runnable[] last = {() -> {}};
    List<WeakReference<Object>> tokens = new ArrayList<>();
    contexts.handOvers().handedOver(last[0]);
    for (int i = 0; i < 20; i++) {
      onThread(
          () -> {
            contexts.handOvers().taskStarting(last[0]);
            Object scope = recorder.scopeStarted(flow);
            Object call = recorder.callStarted(fetch, null, NO_ARGUMENTS);
            tokens.add(new WeakReference<>(scope));
            tokens.add(new WeakReference<>(call));
            last[0] = () -> tokens.size();
            contexts.handOvers().handedOver(last[0]);
            recorder.callEnded(call, "x", null);
            recorder.scopeEnded(scope);
          });
    }
    for (WeakReference<Object> token : tokens.subList(0, 36)) {
      awaitCollected(token);
    }
    assertThat(calls()).hasSize(20);
  }

  @Test
  void shouldKeepNeitherTasksNorContexts() throws InterruptedException {
    Object task = new Object();
    WeakReference<Object> gone = new WeakReference<>(task);
    Object scope = recorder.scopeStarted(flow);
    contexts.handOvers().handedOver(task);
    task = null;
    awaitCollected(gone);
    WeakReference<Object> scopeGone = new WeakReference<>(scope);
    recorder.scopeEnded(scope);
    scope = null;
    HandOffs handOffs = new HandOffs(100_000);
    for (int i = 0; i < 10_000; i++) {
      handOffs.put(new Object(), context(0));
    }
    for (int i = 0; i < 200 && handOffs.size() > 100; i++) {
      System.gc();
      Thread.sleep(5);
      for (int j = 0; j < 1000; j++) {
        handOffs.take(new Object());
      }
    }
    assertThat(handOffs.size()).isLessThanOrEqualTo(100);
    assertThat(task).isNull();
    assertThat(scope).isNull();
    assertThat(scopeGone).isNotNull();
  }

  @Test
  void shouldFindEachTaskAmongManyOnceAndNoMoreThanItsBound() {
    HandOffs handOffs = new HandOffs(5000);
    List<Object> tasks = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      tasks.add(new Object());
      assertThat(handOffs.put(tasks.get(i), context(i))).isTrue();
    }
    assertThat(handOffs.put(new Object(), context(0))).isFalse();
    for (int i = 0; i < 5000; i++) {
      assertThat(handOffs.take(tasks.get(i)).originId).isEqualTo(i);
      assertThat(handOffs.take(tasks.get(i))).isNull();
    }
    assertThat(handOffs.size()).isZero();
  }

  @Test
  void shouldGiveTheContextsOfOneObjectToItsRunsInTheirOrder() {
    HandOffs handOffs = new HandOffs(100);
    Object task = new Object();
    int[] given = {1, 1, 2, 3, 3, 3, 1};
    for (int origin : given) {
      assertThat(handOffs.put(task, context(origin))).isTrue();
    }
    assertThat(handOffs.size()).as("equal ones that follow each other are one").isEqualTo(4);
    for (int i = 0; i < given.length; i++) {
      assertThat(handOffs.take(task).originId).isEqualTo(given[i]);
      if (i == 2) {
        handOffs.put(task, context(4));
      }
    }
    assertThat(handOffs.take(task).originId).isEqualTo(4);
    assertThat(handOffs.take(task)).isNull();
    assertThat(handOffs.size()).isZero();
  }

  @Test
  void shouldPutTheNextHandOffInThePlaceOfARejectedOne() {
    HandOffs handOffs = new HandOffs(100);
    Object task = new Object();
    handOffs.doubtLast(task);
    int[] given = {1, 2, 2, 1, 3};
    for (int origin : given) {
      handOffs.put(task, context(origin));
      handOffs.doubtLast(task);
    }
    assertThat(handOffs.size()).as("each takes the other one's place").isEqualTo(1);
    assertThat(handOffs.take(task).originId).as("it may run nevertheless").isEqualTo(3);
    assertThat(handOffs.take(task)).isNull();

    for (int origin : new int[] {1, 1, 2, 3}) {
      handOffs.put(task, context(origin));
    }
    assertThat(handOffs.take(task).originId).isEqualTo(1);
    handOffs.doubtLast(task);
    handOffs.put(task, context(4));
    for (int origin : new int[] {1, 2, 4}) {
      assertThat(handOffs.take(task).originId).isEqualTo(origin);
    }
    assertThat(handOffs.take(task)).isNull();
    assertThat(handOffs.size()).isZero();
  }

  @Test
  void shouldKeepAContextThatStaysAndTakeNoOther() {
    HandOffs handOffs = new HandOffs(100);
    Object task = new Object();
    handOffs.put(task, context(0));
    handOffs.putToStay(task, context(1));
    handOffs.put(task, context(2));
    handOffs.putToStay(task, context(3));

    assertThat(handOffs.take(task).originId).isEqualTo(1);
    assertThat(handOffs.take(task).originId).isEqualTo(1);
    assertThat(handOffs.size()).isEqualTo(1);
  }

  private static HandedContext context(int originId) {
    return new HandedContext(null, originId, null, false, null, -1);
  }
}
