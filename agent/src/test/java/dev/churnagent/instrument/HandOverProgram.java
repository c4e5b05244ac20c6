package dev.churnagent.instrument;

import dev.churnagent.hook.CallHook;
import dev.churnagent.hook.TaskHook;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Run in a JVM of its own: hands work to other threads in every way, and says what came along. */
final class HandOverProgram {
  private static final ContextSink SINK = new ContextSink();
  private static final List<String> TROUBLES = Collections.synchronizedList(new ArrayList<>());
  private static TaskWeaver weaver;

  private HandOverProgram() {}

  /** Weaves unless it is told not to. */
  public static void premain(String mode, Instrumentation instrumentation) {
    SocketWeaver sockets = SocketWeaver.prepare(instrumentation);
    weaver = new TaskWeaver(instrumentation, sockets.classFiles(), TROUBLES::add);
    if (!mode.equals("unwoven")) {
      weaver.install();
    }
    sockets.install(TROUBLES::add);
    CallHook.setSink(SINK);
    TaskHook.setSink(SINK);
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("virtual")) {
      virtualThreads();
    } else {
      pools();
      scheduled();
      futures();
      forkJoin();
      threads();
    }
    TROUBLES.addAll(weaver.unhooked());
    SINK.failures.forEach(fault -> TROUBLES.add(fault.toString()));
    System.out.println("troubles=" + TROUBLES);
  }

  private interface Work {
    String run() throws Exception;
  }

  /** Does the work inside a context of that name. */
  private static void within(String name, Work work) throws Exception {
    SINK.enter("in " + name);
    String seen;
    try {
      seen = work.run();
    } finally {
      SINK.leave();
    }
    System.out.println(name + "=" + seen);
  }

  private static void outside(String name, Work work) throws Exception {
    System.out.println(name + " outside=" + work.run());
  }

  private static void pools() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    Callable<String> here = SINK::here;
    within("execute", () -> executed(pool));
    outside("execute", () -> executed(pool));
    within("submit", () -> pool.submit(here).get());
    outside("submit", () -> pool.submit(here).get());
    within("invokeAll", () -> pool.invokeAll(List.of(here, here)).get(1).get());
    within("invokeAny", () -> pool.invokeAny(List.of(here)));
    within(
        "pool in pool",
        () -> {
          ExecutorService other = Executors.newCachedThreadPool();
          String seen = pool.submit(() -> other.submit(here).get()).get();
          other.shutdown();
          return seen;
        });
    outside("pool in pool", () -> pool.submit(here).get());
    pool.shutdown();
  }

  private static String executed(ExecutorService pool) throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    pool.execute(() -> seen.complete(SINK.here()));
    return seen.get();
  }

  private static void scheduled() throws Exception {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
    Callable<String> here = SINK::here;
    within("schedule", () -> pool.schedule(here, 1, TimeUnit.MILLISECONDS).get());
    within("scheduled execute", () -> executed(pool));
    outside("schedule", () -> pool.schedule(here, 1, TimeUnit.MILLISECONDS).get());
    within("periodic", () -> third(pool));
    pool.shutdownNow();
    Timer timer = new Timer(true);
    within("timer", () -> timed(timer, 0));
    outside("timer", () -> timed(timer, 0));
    within("periodic timer", () -> timed(timer, 5));
    timer.cancel();
  }

  /** What the third run of a periodic task sees. */
  private static String third(ScheduledExecutorService pool) throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    CountDownLatch runs = new CountDownLatch(3);
    Future<?> task =
        pool.scheduleAtFixedRate(
            () -> {
              runs.countDown();
              if (runs.getCount() == 0) {
                seen.complete(SINK.here());
              }
            },
            0,
            1,
            TimeUnit.MILLISECONDS);
    String third = seen.get();
    task.cancel(false);
    return third;
  }

  private static String timed(Timer timer, int period) throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    TimerTask task =
        new TimerTask() {
          @Override
          public void run() {
            seen.complete(SINK.here());
          }
        };
    if (period == 0) {
      timer.schedule(task, 1);
    } else {
      timer.schedule(task, 1, period);
    }
    String result = seen.get();
    task.cancel();
    return result;
  }

  private static void futures() throws Exception {
    within("supplyAsync", () -> CompletableFuture.supplyAsync(SINK::here).get());
    outside("supplyAsync", () -> CompletableFuture.supplyAsync(SINK::here).get());
    within(
        "thenApplyAsync",
        () ->
            CompletableFuture.supplyAsync(() -> "first")
                .thenApplyAsync(first -> SINK.here())
                .get());
    within(
        "thenApplyAsync by threads",
        () ->
            CompletableFuture.supplyAsync(() -> "first", work -> new Thread(work).start())
                .thenApplyAsync(first -> SINK.here(), work -> new Thread(work).start())
                .get());
    within(
        "delayedExecutor",
        () ->
            CompletableFuture.supplyAsync(
                    SINK::here, CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS))
                .get());
  }

  private static void forkJoin() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(2);
    within("fork-join submit", () -> pool.submit(SINK::here).get());
    within("fork-join execute", () -> executed(pool));
    within("fork-join invoke", () -> pool.invoke(new Halves(5)));
    outside("fork-join invoke", () -> pool.invoke(new Halves(5)));
    within(
        "fork-join invokeAll",
        () -> pool.invokeAll(List.<Callable<String>>of(SINK::here)).get(0).get());
    within("parallel stream", HandOverProgram::parallel);
    outside("parallel stream", HandOverProgram::parallel);
    pool.shutdown();
  }

  /** Forks down to single tasks; tells the one context that all of them saw. */
  private static final class Halves extends RecursiveTask<String> {
    private static final long serialVersionUID = 1L;
    private final int depth;

    Halves(int depth) {
      this.depth = depth;
    }

    @Override
    protected String compute() {
      if (depth == 0) {
        return SINK.here();
      }
      Halves left = new Halves(depth - 1);
      Halves right = new Halves(depth - 1);
      left.fork();
      String first = right.invoke();
      String second = left.join();
      return first.equals(second) && first.equals(SINK.here()) ? first : "mixed";
    }
  }

  private static String parallel() {
    List<String> seen =
        IntStream.range(0, 1_000).parallel().mapToObj(i -> SINK.here()).distinct().toList();
    return seen.size() == 1 ? seen.get(0) : "mixed " + seen;
  }

  private static void threads() throws Exception {
    within("thread", HandOverProgram::inThread);
    outside("thread", HandOverProgram::inThread);
  }

  private static String inThread() throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    new Thread(() -> seen.complete(SINK.here())).start();
    return seen.get();
  }

  /** By reflection: this is compiled for 17. */
  private static void virtualThreads() throws Exception {
    within("virtual thread", HandOverProgram::inVirtualThread);
    outside("virtual thread", HandOverProgram::inVirtualThread);
    ExecutorService each =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    within("executor of virtual threads", () -> each.submit(SINK::here).get());
    each.shutdown();
    long schedulings = SINK.handedOver.stream().filter(name -> name.contains("ForkJoin")).count();
    System.out.println("schedulings told=" + schedulings);
  }

  private static String inVirtualThread() throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    Runnable work = () -> seen.complete(SINK.here());
    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
    return seen.get();
  }
}
