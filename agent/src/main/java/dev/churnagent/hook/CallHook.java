package dev.churnagent.hook;

/**
 * The static entry points of advice in application classes and in the JDK's executors; as {@link
 * ChurnHook} for sockets.
 */
public final class CallHook {
  private static volatile CallSink sink = CallSink.NONE;

  private CallHook() {}

  /** Sets where calls go from now on; {@link CallSink#NONE} stops recording. */
  public static void setSink(CallSink next) {
    sink = next;
  }

  /** See {@link CallSink#callStarted}. */
  public static Object callStarted(int methodId, Object receiver, Object[] arguments) {
    CallSink current = sink;
    try {
      return current.callStarted(methodId, receiver, arguments);
    } catch (Throwable fault) {
      failed(current, fault);
      return null;
    }
  }

  /** See {@link CallSink#callEnded}. */
  public static void callEnded(Object token, Object result, Throwable thrown) {
    CallSink current = sink;
    try {
      current.callEnded(token, result, thrown);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link CallSink#scopeStarted}. */
  public static Object scopeStarted(int methodId) {
    CallSink current = sink;
    try {
      return current.scopeStarted(methodId);
    } catch (Throwable fault) {
      failed(current, fault);
      return null;
    }
  }

  /** See {@link CallSink#scopeEnded}. */
  public static void scopeEnded(Object token) {
    CallSink current = sink;
    try {
      current.scopeEnded(token);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link CallSink#handedOver}. */
  public static void handedOver(Object task) {
    CallSink current = sink;
    try {
      current.handedOver(task);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link CallSink#taskMade}. */
  public static void taskMade(Object task) {
    CallSink current = sink;
    try {
      current.taskMade(task);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link CallSink#forked}. */
  public static void forked(Object task) {
    CallSink current = sink;
    try {
      current.forked(task);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** {@link CallSink#handedOver} for one run, {@link CallSink#taskMade} for many. */
  public static void scheduled(Object task, boolean repeated) {
    if (repeated) {
      taskMade(task);
    } else {
      handedOver(task);
    }
  }

  /** See {@link CallSink#taskStarting}. */
  public static void taskStarting(Object task) {
    CallSink current = sink;
    try {
      current.taskStarting(task);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link CallSink#taskEntered}. */
  public static Object taskEntered(Object task) {
    CallSink current = sink;
    try {
      return current.taskEntered(task);
    } catch (Throwable fault) {
      failed(current, fault);
      return null;
    }
  }

  /** See {@link CallSink#loopEntered}. */
  public static Object loopEntered() {
    CallSink current = sink;
    try {
      return current.loopEntered();
    } catch (Throwable fault) {
      failed(current, fault);
      return null;
    }
  }

  /** See {@link CallSink#loopItem}. */
  public static void loopItem(Object item) {
    CallSink current = sink;
    try {
      current.loopItem(item);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link CallSink#clientBuilt}. */
  public static void clientBuilt(Object client) {
    CallSink current = sink;
    try {
      current.clientBuilt(client);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link CallSink#clientEntered}. */
  public static Object clientEntered(Object user) {
    CallSink current = sink;
    try {
      return current.clientEntered(user);
    } catch (Throwable fault) {
      failed(current, fault);
      return null;
    }
  }

  /** See {@link CallSink#taskLeft}. */
  public static void taskLeft(Object token) {
    CallSink current = sink;
    try {
      current.taskLeft(token);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  private static void failed(CallSink current, Throwable fault) {
    try {
      current.hookFailed(fault);
    } catch (Throwable again) {
      // As in ChurnHook: the application comes first.
      return;
    }
  }
}
