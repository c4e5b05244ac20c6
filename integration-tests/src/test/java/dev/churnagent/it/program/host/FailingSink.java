package dev.churnagent.it.program.host;

import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bug of the agent: stands in the recorder's place and fails, in turn with an exception, an error
 * and a stack that has run over. Without an agent it does nothing.
 */
final class FailingSink implements InvocationHandler {
  /** Each hook that failed, in a file of the working directory: stdout is what is compared. */
  static final String FAULTS = "faults.txt";

  /** Where it fails. */
  enum Mode {
    /** In every hook; without the token of its start the end of an operation is then no event. */
    AT_STARTS,
    /** In every hook but those that start an operation: these give the recorder's own token. */
    AT_ENDS,
    /** In every hook, and also when the fault is to be told. */
    EVEN_REPORTING
  }

  /** Faults that were thrown and are not told yet. */
  private static final AtomicInteger UNTOLD = new AtomicInteger();

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Mode mode;
  private final Object recorder;
  private final FileOutputStream faults;
  private final AtomicInteger count = new AtomicInteger();

  private FailingSink(Mode mode, Object recorder, FileOutputStream faults) {
    this.mode = mode;
    this.recorder = recorder;
    this.faults = faults;
  }

  static void install(Mode mode) throws ReflectiveOperationException, IOException {
    Class<?> hook;
    Class<?> type;
    try {
      hook = Class.forName("dev.churnagent.hook.ChurnHook", true, null);
      type = Class.forName("dev.churnagent.hook.EventSink", true, null);
    } catch (ClassNotFoundException e) {
      // The run that the other is compared with.
      return;
    }
    Object recorder = hook.getMethod("sink").invoke(null);
    // Not by a channel: one that an interrupted thread writes to would be closed for good.
    FileOutputStream faults = new FileOutputStream(FAULTS);
    FailingSink sink = new FailingSink(mode, recorder, faults);
    Object proxy =
        Proxy.newProxyInstance(FailingSink.class.getClassLoader(), new Class<?>[] {type}, sink);
    hook.getMethod("setSink", type).invoke(null, proxy);
  }

  /**
   * Ends the program once each fault was told. The report is built at the JVM's end, when a thread
   * of a channel's group may still be on its way back from a stack that has run over.
   */
  static void exit() {
    long begin = System.nanoTime();
    while (UNTOLD.get() > 0 && System.nanoTime() - begin < PATIENCE_NANOS) {
      Thread.onSpinWait();
    }
    System.exit(0);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("hookFailed")) {
      try {
        return reported(method, arguments);
      } finally {
        UNTOLD.decrementAndGet();
      }
    }
    if (mode == Mode.AT_ENDS && !isEnd(method, arguments)) {
      return method.invoke(recorder, arguments);
    }
    UNTOLD.incrementAndGet();
    write(method.getName());
    switch (count.getAndIncrement() % 3) {
      case 0 -> throw new IllegalStateException("a bug of the agent");
      case 1 -> throw new NoSuchFieldError("another JDK than the agent knows");
      default -> throw new AssertionError(runOver(0));
    }
  }

  private Object reported(Method method, Object[] arguments) throws ReflectiveOperationException {
    if (mode == Mode.EVEN_REPORTING) {
      throw new IllegalStateException("and cannot even say so");
    }
    return method.invoke(recorder, arguments);
  }

  /** What returns a token is a start; a channel's connect that goes on has not ended yet. */
  private static boolean isEnd(Method method, Object[] arguments) {
    boolean goesOn =
        method.getName().equals("channelConnectEnded") && arguments[3].equals(Boolean.FALSE);
    return method.getReturnType() == void.class && !goesOn;
  }

  private synchronized void write(String hook) throws IOException {
    faults.write((hook + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Has no end, and so ends with StackOverflowError; the sum keeps it from being made a loop. */
  private static int runOver(int depth) {
    return runOver(depth + 1) + depth;
  }
}
