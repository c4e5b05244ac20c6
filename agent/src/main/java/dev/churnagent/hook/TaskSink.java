package dev.churnagent.hook;

/**
 * Receives what advice in executors, threads and queues sees: who does whose work. One
 * implementation, in the recorder. Every method runs on the application's thread and calls none of
 * the application's code.
 */
public interface TaskSink {
  /** A sink that does nothing: before the start and after the end of a run. */
  TaskSink NONE = new DisabledTaskSink();

  /** This thread hands a task to another one: a Runnable, a ForkJoinTask, a Thread. */
  void handedOver(Object task);

  /**
   * This thread makes or registers a task that may be given to an executor later, perhaps by
   * another thread, and perhaps more than once: what counts is who made it.
   */
  void taskMade(Object task);

  /** The same, of a task that will run once, whoever gives it to an executor. */
  void madeForOneRun(Object task);

  /**
   * An executor does not want the task that was just handed over to it. It may run nevertheless, as
   * some pools then put it into their queue by force; if it is handed over again, that counts.
   */
  void rejected(Object task);

  /** What was made to run perhaps often runs no more. */
  void taskOver(Object task);

  /** This thread gives a part of its work to whichever thread of its pool takes it. */
  void forked(Object task);

  /**
   * This thread begins a task that is not inside another one.
   *
   * @param task null if it is between tasks
   */
  void taskStarting(Object task);

  /**
   * This thread begins a task, perhaps inside another one: a ForkJoinTask inside a join, a task
   * that the caller runs itself.
   *
   * @return the token for {@link #taskLeft}, or null if there is nothing to restore
   */
  Object taskEntered(Object task);

  /**
   * This thread begins an attempt at a task that may take several. The first one runs in the
   * context that the thread has; those after it, on whichever thread, in the context of the first.
   *
   * @return as of {@link #taskEntered}; null for the first
   */
  Object attemptEntered(Object task);

  /** A task was made of another one, and is done for whoever that one is done for. */
  void copied(Object from, Object to);

  /**
   * This thread begins to work through a queue of which each item is on someone else's behalf.
   *
   * @return the token for {@link #taskLeft}
   */
  Object loopEntered();

  /** The next item of that queue; nothing outside such a loop. */
  void loopItem(Object item);

  /**
   * This thread, in such a loop, begins something for one of those that wait, and nobody says for
   * which: it is the first for which nothing was begun so yet.
   *
   * @param waiting a library's own queue, whose iterator can do no harm; may be null
   * @return as of {@link #taskEntered}; null outside such a loop
   */
  Object waitingEntered(Iterable<?> waiting);

  /**
   * The same task or loop ended.
   *
   * @param token may be null
   */
  void taskLeft(Object token);

  /** A hook failed; must not throw. */
  void hookFailed(Throwable fault);
}
