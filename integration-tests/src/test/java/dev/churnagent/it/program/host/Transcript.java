package dev.churnagent.it.program.host;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Prints what each case did; ports become P, so that two runs can be compared. */
final class Transcript {
  private static final int PATIENCE_SECONDS = 20;
  private static final long LOOK_NANOS = 200_000;

  /** What is done in a case. */
  interface Step {
    Object run() throws Exception;
  }

  private Transcript() {}

  /** Runs a case on a thread of its own, and prints how each of its steps ended. */
  static void inCase(String name, Step body) throws Exception {
    System.out.println("== " + name);
    FutureTask<Object> task =
        new FutureTask<>(
            () -> {
              step("case", body);
              tell("interrupted " + Thread.currentThread().isInterrupted());
              return null;
            });
    Thread thread = start(task, "case");
    try {
      task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      thread.join();
    } catch (TimeoutException e) {
      tell("HANGS");
      thread.interrupt();
    }
  }

  /** Whether the cases run in virtual threads, which needs a JDK that has them. */
  static boolean isVirtual() {
    return Boolean.getBoolean("virtual");
  }

  private static Thread start(Runnable task, String name) {
    if (!isVirtual()) {
      Thread thread = new Thread(task, name);
      thread.start();
      return thread;
    }
    try {
      // By reflection, because this is compiled for a JDK without them.
      return (Thread)
          Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Prints a step's result or exception. */
  static void step(String name, Step step) {
    try {
      tell(name + " -> " + step.run());
    } catch (Throwable e) {
      tell(name + " threw " + describe(e));
    }
  }

  /** Prints a value, or the exception without its frames. */
  static void value(String name, Step step) {
    try {
      tell(name + " " + step.run());
    } catch (Throwable e) {
      tell(name + " " + e);
    }
  }

  static void tell(String text) {
    System.out.println(normalised("  " + text));
  }

  private static String normalised(String text) {
    return text.replaceAll("(?<=[:=])\\d{4,5}(?!\\d)", "P").replaceAll("@[0-9a-f]{4,}", "@H");
  }

  /** Class, message, every frame with its line, suppressed ones and causes. */
  private static String describe(Throwable e) {
    StringBuilder text = new StringBuilder();
    for (Throwable t = e; t != null; t = t.getCause()) {
      text.append(t == e ? "" : "\n    caused by ").append(t.getClass().getName());
      text.append(": ").append(t.getMessage());
      for (StackTraceElement frame : t.getStackTrace()) {
        if (!isChance(frame)) {
          text.append("\n      ").append(frame);
        }
      }
      for (Throwable suppressed : t.getSuppressed()) {
        text.append("\n    suppressed ").append(suppressed);
      }
    }
    return text.toString();
  }

  /** Which pool thread completes an operation and how far reflection has inflated is chance. */
  private static boolean isChance(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.startsWith("jdk.internal.reflect.")
        || type.startsWith("sun.nio.ch.AsynchronousChannelGroupImpl$")
        || type.startsWith("java.util.concurrent.ThreadPoolExecutor");
  }

  /** A thread that is inside a blocking step. */
  static final class Blocked {
    private static final Set<String> WAITING_CALLS =
        Set.of("connect0", "poll", "pollConnect", "read0");

    private final Thread thread;
    private final FutureTask<String> task;

    private Blocked(Thread thread, FutureTask<String> task) {
      this.thread = thread;
      this.task = task;
    }

    /** Starts the step and waits until its thread is inside the kernel or parked. */
    static Blocked in(Callable<?> step, String method) throws InterruptedException {
      FutureTask<String> task =
          new FutureTask<>(
              () -> {
                String result;
                try {
                  result = "returned " + step.call();
                } catch (Throwable e) {
                  result = "threw " + describe(e);
                }
                return result + "\n    interrupted " + Thread.currentThread().isInterrupted();
              });
      Thread thread = start(task, "blocked");
      // Nothing signals that a thread is inside the kernel, so its stack is looked at.
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS / 2);
      while (!isInside(thread, method) && thread.isAlive()) {
        if (System.nanoTime() - deadline > 0) {
          tell("HANGS before " + method);
          break;
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
      return new Blocked(thread, task);
    }

    /** Whether it waits there: in the kernel, or parked as virtual threads are. */
    private static boolean isInside(Thread thread, String method) {
      Thread.State state = thread.getState();
      StackTraceElement[] stack = thread.getStackTrace();
      boolean waits =
          stack.length > 0
              && (isWaitingCall(stack[0])
                  || state == Thread.State.WAITING
                  || state == Thread.State.TIMED_WAITING);
      return waits && Arrays.stream(stack).anyMatch(frame -> frame.getMethodName().equals(method));
    }

    /** Not just any native method: class loading and stack traces of exceptions have theirs. */
    private static boolean isWaitingCall(StackTraceElement top) {
      return top.isNativeMethod()
          && top.getClassName().startsWith("sun.nio.ch.")
          && WAITING_CALLS.contains(top.getMethodName());
    }

    Thread thread() {
      return thread;
    }

    /** Prints how it ended, and whether that was soon. */
    void tellEnd() throws InterruptedException, ExecutionException {
      long start = System.nanoTime();
      try {
        tell("blocked " + task.get(10, TimeUnit.SECONDS));
      } catch (TimeoutException e) {
        tell("blocked HANGS");
      }
      thread.join(10_000);
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      tell("woke in time " + (millis < 3_000) + ", thread " + thread.getState());
    }
  }
}
