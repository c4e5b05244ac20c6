package dev.churnagent.recorder.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.Callers;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.Frame;
import dev.churnagent.recorder.StackRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work that belongs to no scope and no call: whom a connection's stack names. */
class FollowedWorkTest extends CallFixture {
  private final List<Integer> connected = new ArrayList<>();

  @BeforeEach
  void follow() {
    contexts = new ThreadContexts(journal, faults, stacks, true, true);
    recorder = recorder(contexts);
  }

  /** As a connect does it. */
  private void open() {
    connected.add(contexts.withOrigin(stacks.currentId()));
  }

  private void work(Runnable... tasks) {
    for (Runnable task : tasks) {
      contexts.handOvers().taskStarting(task);
      task.run();
      contexts.handOvers().taskStarting(null);
    }
  }

  private void handOver(boolean upper, Object task) {
    Callers.either(
        upper,
        () -> {
          contexts.handOvers().handedOver(task);
          return 0;
        });
  }

  /** The method and line of {@link Callers} in each stack that handed over, the last one first. */
  private List<String> authors(int connection) {
    CallStack stack = read().stacks.get(connected.get(connection));
    List<String> authors = new ArrayList<>();
    for (CallStack by = stack.handedOverBy(); by != null; by = by.handedOverBy()) {
      authors.add(caller(by));
    }
    return authors;
  }

  private static String caller(CallStack stack) {
    for (Frame frame : stack.frames()) {
      if (frame.origin().className().equals(Callers.class.getName())) {
        return frame.method();
      }
    }
    return stack.frames().isEmpty() ? "not taken" : "nobody";
  }

  @Test
  void shouldTellWhoHandedTheTaskOver() throws InterruptedException {
    Runnable task = this::open;
    Callers.second(
        () -> {
          contexts.handOvers().handedOver(task);
          return 0;
        });
    onThread(() -> work(task));

    assertThat(authors(0)).containsExactly("second");
  }

  @Test
  void shouldTellNothingOfTheTaskBeforeNorAfterATask() throws InterruptedException {
    Runnable task = this::open;
    Runnable foreign = this::open;
    handOver(true, task);
    onThread(
        () -> {
          work(task, foreign, task);
          open();
        });

    assertThat(authors(0)).containsExactly("either");
    for (int i = 1; i < 4; i++) {
      assertThat(authors(i)).as("connection %d", i).isEmpty();
    }
  }

  @Test
  void shouldChainWhoHandedOver() throws InterruptedException {
    Runnable inner = this::open;
    Runnable outer = () -> Callers.first(() -> over(inner));
    Callers.second(() -> over(outer));
    onThread(() -> work(outer));
    onThread(() -> work(inner));

    assertThat(authors(0)).containsExactly("first", "second");
  }

  private int over(Object task) {
    contexts.handOvers().handedOver(task);
    return 0;
  }

  @Test
  void shouldNotGrowAChainThatRepeats() throws InterruptedException {
    Runnable[] tasks = new Runnable[200];
    for (int i = 0; i < tasks.length; i++) {
      Runnable next = i == 0 ? null : tasks[i - 1];
      tasks[i] = () -> Callers.first(() -> next == null ? opened() : over(next));
    }
    Callers.second(() -> over(tasks[199]));
    onThread(
        () -> {
          for (int i = 199; i >= 0; i--) {
            work(tasks[i]);
          }
        });

    assertThat(authors(0)).containsExactly("first", "second");
    assertThat(read().origins).hasSize(2);
  }

  private int opened() {
    open();
    return 0;
  }

  @Test
  void shouldGiveAThreadWhatItWasStartedWith() throws InterruptedException {
    Thread thread = new Thread(this::open);
    Callers.second(() -> over(thread));
    thread.start();
    thread.join();

    assertThat(authors(0)).containsExactly("second");
  }

  /** It serves everybody. */
  @Test
  void shouldTellNothingOfWhoStartedAWorkerOfAForkJoinPool() throws Exception {
    ForkJoinPool pool =
        new ForkJoinPool(
            1,
            given -> {
              var worker = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(given);
              contexts.handOvers().handedOver(worker);
              return worker;
            },
            null,
            false);
    pool.submit(this::open).get();
    pool.shutdown();

    assertThat(authors(0)).isEmpty();
  }

  @Test
  void shouldGiveThePartsOfATaskWhatTheWholeHas() throws Exception {
    RecursiveAction part =
        new RecursiveAction() {
          @Override
          protected void compute() {
            Object token = contexts.handOvers().taskEntered(this);
            open();
            contexts.handOvers().taskLeft(token);
          }
        };
    RecursiveAction whole =
        new RecursiveAction() {
          @Override
          protected void compute() {
            Object token = contexts.handOvers().taskEntered(this);
            contexts.handOvers().forked(part);
            contexts.handOvers().taskLeft(token);
            part.invoke();
          }
        };
    Callers.second(() -> over(whole));
    ForkJoinPool pool = new ForkJoinPool(1);
    pool.submit(whole).get();
    pool.shutdown();

    assertThat(authors(0)).containsExactly("second");
    assertThat(read().origins).as("no stack of its own").hasSize(1);
  }

  @Test
  void shouldKeepWhatWasMadeOnceForAllItsRuns() throws InterruptedException {
    Runnable made = this::open;
    Callers.second(
        () -> {
          contexts.handOvers().taskMade(made);
          return 0;
        });
    handOver(true, made);
    onThread(() -> work(made, made));

    assertThat(authors(0)).containsExactly("second");
    assertThat(authors(1)).containsExactly("second");
  }

  @Test
  void shouldForgetWhatWasMadeOnceItIsOver() throws InterruptedException {
    Runnable made = this::open;
    HandOvers tasks = contexts.handOvers();
    Callers.second(
        () -> {
          tasks.taskMade(made);
          return 0;
        });
    onThread(
        () -> {
          work(made);
          tasks.taskOver(made);
          tasks.taskOver("never handed over");
          tasks.taskOver(null);
          work(made);
        });

    assertThat(authors(0)).containsExactly("second");
    assertThat(authors(1)).isEmpty();
  }

  @Test
  void shouldKnowARepeatedTaskOfTheJdk() throws Exception {
    ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
    Object repeated = pool.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.HOURS);
    Object once = pool.schedule(() -> {}, 1, TimeUnit.HOURS);
    Callers.second(() -> over(repeated));
    Callers.second(() -> over(once));
    onThread(
        () -> {
          for (Object task : List.of(repeated, repeated, once, once)) {
            contexts.handOvers().taskStarting(task);
            open();
          }
        });
    pool.shutdownNow();

    assertThat(authors(0)).containsExactly("second");
    assertThat(authors(1)).containsExactly("second");
    assertThat(authors(2)).containsExactly("second");
    assertThat(authors(3)).isEmpty();
  }

  @Test
  void shouldKeepAScopeForARepeatedTaskOnlyAsLongAsItRuns() throws InterruptedException {
    Timer timer = new Timer(true);
    TimerTask task =
        new TimerTask() {
          @Override
          public void run() {
            connect();
          }
        };
    Object scope = recorder.scopeStarted(flow);
    contexts.handOvers().taskMade(task);
    onThread(() -> work(task));
    recorder.scopeEnded(scope);
    onThread(() -> work(task));
    timer.cancel();

    assertThat(read().scopes).containsExactly("start 0 in -1", "connection in 0", "end 0");
  }

  @Test
  void shouldGiveEachItemOfALoopItsOwn() throws InterruptedException {
    Object first = new Object();
    Object second = new Object();
    Object foreign = new Object();
    Callers.first(() -> made(first));
    Callers.second(() -> made(second));
    onThread(
        () -> {
          contexts.handOvers().loopItem(first);
          open();
          Object token = contexts.handOvers().loopEntered();
          for (Object item : List.of(first, foreign, second)) {
            contexts.handOvers().loopItem(item);
            open();
          }
          contexts.handOvers().taskLeft(token);
          open();
        });

    assertThat(authors(0)).as("in no loop").isEmpty();
    assertThat(authors(1)).containsExactly("first");
    assertThat(authors(2)).isEmpty();
    assertThat(authors(3)).containsExactly("second");
    assertThat(authors(4)).as("after the loop").isEmpty();
  }

  /** As of any task of its kind: see below. */
  @Test
  void shouldTellAnItemThatWasNotFollowed() throws InterruptedException {
    contexts.state().budget.exhaust();
    Runnable dear = this::open;
    over(dear);
    onThread(
        () -> {
          Object token = contexts.handOvers().loopEntered();
          contexts.handOvers().loopItem(dear);
          dear.run();
          contexts.handOvers().taskLeft(token);
          open();
        });
    over(dear);
    onThread(() -> work(dear));

    assertThat(authors(0)).containsExactly("not taken");
    assertThat(authors(1)).as("after the loop").isEmpty();
    assertThat(authors(2)).hasSize(1).doesNotContain("not taken");
  }

  private int made(Object item) {
    contexts.handOvers().taskMade(item);
    return 0;
  }

  /**
   * The first connection of such a task is told as uncertain; from then on its kind is followed.
   */
  @Test
  void shouldSpendLittleOnTasksThatOpenNothingAndFollowThemOnceTheyDo()
      throws InterruptedException {
    contexts.state().budget.exhaust();
    Runnable dear = this::open;
    over(dear);
    onThread(() -> work(dear));
    over(dear);
    onThread(() -> work(dear));

    assertThat(authors(0)).containsExactly("not taken");
    assertThat(authors(1)).hasSize(1).doesNotContain("not taken");
    assertThat(read().origins).hasSize(2);
  }

  @Test
  void shouldPassOnWhatIsKnownWhereAStackWouldCostTooMuch() throws InterruptedException {
    Runnable inner = this::open;
    Runnable outer =
        () -> {
          contexts.state().budget.exhaust();
          contexts.state().budget.fill(1);
          over(inner);
        };
    Callers.second(() -> over(outer));
    onThread(() -> work(outer));
    onThread(() -> work(inner));

    assertThat(authors(0)).containsExactly("second");
  }

  @Test
  void shouldTellNothingWhereWorkIsNotFollowed() throws InterruptedException {
    contexts = new ThreadContexts(journal, faults, stacks, true, false);
    recorder = recorder(contexts);
    Runnable task = this::open;
    over(task);
    onThread(() -> work(task));

    assertThat(authors(0)).isEmpty();
    assertThat(connected).doesNotContain(StackRecorder.UNKNOWN);
  }
}
