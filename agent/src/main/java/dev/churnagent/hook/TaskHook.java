package dev.churnagent.hook;

/** The static entry points of advice in executors, threads and queues; as {@link ChurnHook}. */
public final class TaskHook {
  private static volatile TaskSink sink = TaskSink.NONE;

  private TaskHook() {}

  /** Sets where it goes from now on; {@link TaskSink#NONE} stops recording. */
  public static void setSink(TaskSink next) {
    sink = next;
  }

  /** See {@link TaskSink#handedOver}. */
  public static void handedOver(Object task) {
    TaskSink current = sink;
    try {
      current.handedOver(task);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link TaskSink#taskMade}. */
  public static void taskMade(Object task) {
    TaskSink current = sink;
    try {
      current.taskMade(task);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link TaskSink#madeForOneRun}. */
  public static void madeForOneRun(Object task) {
    TaskSink current = sink;
    try {
      current.madeForOneRun(task);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** {@link TaskSink#taskMade} for many runs, {@link TaskSink#madeForOneRun} for one. */
  public static void made(Object task, boolean forManyRuns) {
    if (forManyRuns) {
      taskMade(task);
    } else {
      madeForOneRun(task);
    }
  }

  /** See {@link TaskSink#rejected}. */
  public static void rejected(Object task) {
    TaskSink current = sink;
    try {
      current.rejected(task);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link TaskSink#taskOver}. */
  public static void taskOver(Object task) {
    TaskSink current = sink;
    try {
      current.taskOver(task);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link TaskSink#forked}. */
  public static void forked(Object task) {
    TaskSink current = sink;
    try {
      current.forked(task);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link TaskSink#taskStarting}. */
  public static void taskStarting(Object task) {
    TaskSink current = sink;
    try {
      current.taskStarting(task);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link TaskSink#taskEntered}. */
  public static Object taskEntered(Object task) {
    TaskSink current = sink;
    try {
      return current.taskEntered(task);
    } catch (Throwable fault) {
      failed(current, fault);
      return null;
    }
  }

  /** See {@link TaskSink#attemptEntered}. */
  public static Object attemptEntered(Object task) {
    TaskSink current = sink;
    try {
      return current.attemptEntered(task);
    } catch (Throwable fault) {
      failed(current, fault);
      return null;
    }
  }

  /** See {@link TaskSink#copied}. */
  public static void copied(Object from, Object to) {
    TaskSink current = sink;
    try {
      current.copied(from, to);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link TaskSink#loopEntered}. */
  public static Object loopEntered() {
    TaskSink current = sink;
    try {
      return current.loopEntered();
    } catch (Throwable fault) {
      failed(current, fault);
      return null;
    }
  }

  /** See {@link TaskSink#loopItem}. */
  public static void loopItem(Object item) {
    TaskSink current = sink;
    try {
      current.loopItem(item);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link TaskSink#waitingEntered}. */
  public static Object waitingEntered(Iterable<?> waiting) {
    TaskSink current = sink;
    try {
      return current.waitingEntered(waiting);
    } catch (Throwable fault) {
      failed(current, fault);
      return null;
    }
  }

  /** See {@link TaskSink#taskLeft}. */
  public static void taskLeft(Object token) {
    TaskSink current = sink;
    try {
      current.taskLeft(token);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  private static void failed(TaskSink current, Throwable fault) {
    try {
      current.hookFailed(fault);
    } catch (Throwable again) {
      // As in ChurnHook: the application comes first.
      return;
    }
  }
}
