package dev.churnagent.it.fetch.watched;

import java.io.IOException;
import java.io.ObjectStreamClass;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Prints what a program can notice of its own methods when they are watched or scopes, and of the
 * JDK's executors: results, exceptions with every frame, reflection, locks, interrupts.
 */
public final class HostCases {
  private static final List<Object> SEEN = new ArrayList<>();

  private HostCases() {}

  /** No arguments. */
  public static void main(String... arguments) throws Exception {
    Woven woven = new Woven();
    results(woven);
    exceptions(woven);
    reflection(woven);
    states(woven);
    handOvers(woven);
    System.out.println("done " + SEEN.size());
  }

  /** Whose methods are all watched and scopes. */
  static class Woven implements Serializable, Comparable<Woven> {
    static final Object SAME = new Object();
    private int calls;

    boolean bool(boolean z) {
      return !z;
    }

    byte small(byte b, short s, char c) {
      return (byte) (b + s + c);
    }

    double wide(long l, double d, float f) {
      return l + d + f;
    }

    Object same(Object given) {
      return given;
    }

    void changesItsArguments(int[] values, int count) {
      values[0] = 42;
      count++;
      calls += count;
    }

    String many(String... all) {
      return String.join("|", all);
    }

    synchronized boolean locked() {
      return Thread.holdsLock(this);
    }

    int deep(int depth) {
      return depth == 0 ? 0 : 1 + deep(depth - 1);
    }

    int endless(int depth) {
      return endless(depth + 1) + 1;
    }

    void throwsChecked(String text) throws IOException {
      throw new IOException(text);
    }

    void throwsError() {
      throw new StackOverflowError("the application's own");
    }

    Object throwsNull(Object nothing) {
      return nothing.toString();
    }

    int catchesInside() {
      try {
        throwsChecked("inside");
        return 1;
      } catch (IOException e) {
        return 2;
      } finally {
        calls++;
      }
    }

    static int ofClass(int value) {
      return value * 2;
    }

    CompletableFuture<String> stage(CompletableFuture<String> given) {
      return given;
    }

    boolean interrupted() {
      return Thread.currentThread().isInterrupted();
    }

    String caller() {
      return StackWalker.getInstance()
          .walk(frames -> frames.skip(1).findFirst())
          .map(frame -> frame.getMethodName() + ":" + frame.getLineNumber())
          .orElse("nobody");
    }

    @Override
    public int compareTo(Woven other) {
      return 0;
    }
  }

  private static void results(Woven woven) {
    show("bool", woven.bool(true));
    show("small", woven.small((byte) 1, (short) 2, 'c'));
    show("wide", woven.wide(1L << 50, Double.MIN_VALUE, Float.NaN));
    show("same", woven.same(Woven.SAME) == Woven.SAME);
    int[] values = {1};
    woven.changesItsArguments(values, 5);
    show("arguments", values[0] + " " + woven.calls);
    show("many", woven.many("a", "b") + woven.many());
    show("deep", woven.deep(200));
    show("catches", woven.catchesInside());
    show("static", Woven.ofClass(21));
    show("bridge", ((Comparable<Woven>) woven).compareTo(woven));
    CompletableFuture<String> given = new CompletableFuture<>();
    show("stage", woven.stage(given) == given);
    show("caller", woven.caller());
  }

  private static void exceptions(Woven woven) {
    fails("checked", () -> throwing(woven));
    fails(
        "error",
        () -> {
          woven.throwsError();
          return null;
        });
    fails("null", () -> woven.throwsNull(null));
    fails(
        "endless",
        () -> {
          try {
            return woven.endless(0);
          } catch (StackOverflowError e) {
            throw new IllegalStateException("as expected");
          }
        });
  }

  private static Object throwing(Woven woven) throws IOException {
    woven.throwsChecked("the application's own");
    return null;
  }

  private static void reflection(Woven woven) throws Exception {
    Method[] methods = Woven.class.getDeclaredMethods();
    Arrays.sort(methods, Comparator.comparing(Method::toString));
    show("methods", Arrays.toString(methods));
    show("fields", Arrays.toString(Woven.class.getDeclaredFields()));
    show("classes", Arrays.toString(Woven.class.getDeclaredClasses()));
    show("serial", ObjectStreamClass.lookup(Woven.class).getSerialVersionUID());
    Method same = Woven.class.getDeclaredMethod("same", Object.class);
    show("invoke", same.invoke(woven, Woven.SAME) == Woven.SAME);
    Method failing = Woven.class.getDeclaredMethod("throwsNull", Object.class);
    try {
      failing.invoke(woven, (Object) null);
    } catch (InvocationTargetException e) {
      show("invoke fails", e.getCause().getStackTrace()[0]);
    }
    MethodType type = MethodType.methodType(int.class, int.class);
    try {
      show(
          "handle",
          (int) MethodHandles.lookup().findStatic(Woven.class, "ofClass", type).invoke(4));
    } catch (Throwable e) {
      show("handle fails", e);
    }
  }

  private static void states(Woven woven) {
    show("locked", woven.locked());
    show("unlocked", Thread.holdsLock(woven));
    Thread.currentThread().interrupt();
    show("interrupted", woven.interrupted());
    show("still interrupted", Thread.interrupted());
  }

  /** Tasks come through executors as they were given. */
  private static void handOvers(Woven woven) throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    Runnable task = () -> SEEN.add(woven.same(1));
    executor.submit(task).get();
    executor.execute(new FutureTask<>(task, null));
    executor.shutdown();
    show("ended", executor.awaitTermination(30, TimeUnit.SECONDS));
    fails(
        "rejected",
        () -> {
          try {
            executor.submit(task);
          } catch (RejectedExecutionException e) {
            throw new IllegalStateException("rejected");
          }
          return null;
        });
    show("queue", queued(task) == task);
    try {
      CompletableFuture.supplyAsync(() -> woven.throwsNull(null)).join();
    } catch (CompletionException e) {
      // Which way the pool took to it differs from run to run.
      show("future", e.getMessage() + " at " + e.getCause().getStackTrace()[0]);
    }
    show("pool", ForkJoinPool.commonPool().submit(() -> woven.same("x")).get());
    Thread thread = new Thread(() -> SEEN.add(woven.caller()), "of the program");
    thread.start();
    thread.join();
    fails(
        "started twice",
        () -> {
          thread.start();
          return null;
        });
  }

  /** What is never run is handed back as the very object. */
  private static Runnable queued(Runnable task) throws InterruptedException {
    ExecutorService busy = Executors.newSingleThreadExecutor();
    CountDownLatch hold = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    busy.execute(
        () -> {
          begun.countDown();
          try {
            hold.await();
          } catch (InterruptedException e) {
            return;
          }
        });
    begun.await();
    busy.execute(task);
    Runnable first = busy.shutdownNow().get(0);
    hold.countDown();
    return first;
  }

  private static void show(String name, Object value) {
    System.out.println("== " + name + ": " + value);
  }

  private static void fails(String name, Callable<?> body) {
    try {
      show(name, "did not fail: " + body.call());
    } catch (Throwable e) {
      StringWriter text = new StringWriter();
      e.printStackTrace(new PrintWriter(text, true));
      // Names of hidden classes differ from run to run.
      show(name, text.toString().replaceAll("Lambda[^ (]*", "Lambda"));
    }
  }
}
