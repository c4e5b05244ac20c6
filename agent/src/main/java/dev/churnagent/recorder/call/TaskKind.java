package dev.churnagent.recorder.call;

import dev.churnagent.values.Jdk;
import java.util.TimerTask;
import java.util.concurrent.ForkJoinWorkerThread;
import jdk.internal.misc.Unsafe;

/**
 * What is known of the tasks of one class. Kept with that class and refers to nothing of it, so
 * that it goes when the class goes. Its counts are of many threads and only nearly exact: they
 * decide what is worth a stack, not what is told.
 */
final class TaskKind {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long NOT_PERIODIC = -1;

  /** One in so many hand-offs of a kind must open something, or it is like any other kind. */
  private static final int STACKS_PER_USE = 64;

  private static final int HALVED_AT = 1 << 20;

  private static final ClassValue<TaskKind> KINDS =
      new ClassValue<>() {
        @Override
        protected TaskKind computeValue(Class<?> type) {
          return new TaskKind(type);
        }
      };

  /**
   * Not to be followed: a pool's worker serves everybody, a continuation has its own context, and a
   * coroutine has it from where it was made, whoever hands it to a dispatcher.
   */
  final boolean ignored;

  /** A platform thread, which may serve others when the work that it was started for is done. */
  final boolean platformThread;

  /** What runs again and again if it is kept at all: a timer's task, a connection's events. */
  private final boolean repeated;

  /** Where a repeated task of the JDK has its period, or {@link #NOT_PERIODIC}. */
  private final long periodOffset;

  private int stacks;
  private int uses;

  private TaskKind(Class<?> type) {
    String name = type.getName();
    ignored =
        ForkJoinWorkerThread.class.isAssignableFrom(type)
            || name.startsWith("java.lang.VirtualThread$")
            || name.endsWith("kotlinx.coroutines.scheduling.CoroutineScheduler$Worker")
            || isCoroutine(type);
    // The JDK's only other kinds are VirtualThread and BoundVirtualThread; 17 does not know them.
    platformThread = Thread.class.isAssignableFrom(type) && !name.endsWith("VirtualThread");
    repeated =
        TimerTask.class.isAssignableFrom(type)
            || name.endsWith("io.netty.channel.DefaultChannelPipeline");
    periodOffset = periodOffset(type, name);
  }

  private static boolean isCoroutine(Class<?> type) {
    Class<?> ancestor = type.getSuperclass();
    while (ancestor != null && !ancestor.getName().endsWith("kotlinx.coroutines.DispatchedTask")) {
      ancestor = ancestor.getSuperclass();
    }
    return ancestor != null;
  }

  static TaskKind of(Object task) {
    return KINDS.get(task.getClass());
  }

  private static long periodOffset(Class<?> type, String name) {
    if (!Jdk.owns(type)) {
      return NOT_PERIODIC;
    }
    return switch (name) {
      case "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask" ->
          UNSAFE.objectFieldOffset(type, "period");
      case "java.util.concurrent.DelayScheduler$ScheduledForkJoinTask" ->
          UNSAFE.objectFieldOffset(type, "nextDelay");
      default -> NOT_PERIODIC;
    };
  }

  /** Whether this task, of this kind, runs again and again. */
  boolean isPeriodic(Object task) {
    return periodOffset != NOT_PERIODIC && UNSAFE.getLong(task, periodOffset) != 0;
  }

  /** Whether this task, whose context stays with it, is one that runs again and again. */
  boolean isRepeated(Object task) {
    return repeated || isPeriodic(task);
  }

  /** A stack was taken where such a task was handed over. */
  void stackTaken() {
    if (++stacks >= HALVED_AT) {
      stacks >>>= 1;
      uses >>>= 1;
    }
  }

  /** Such a task opened a connection or asked for something. */
  void used() {
    if (uses <= stacks) {
      uses++;
    }
  }

  /** Such a task opened a connection, and nobody had taken its stack. */
  void missed() {
    uses = Math.max(1, stacks);
  }

  /** Whether such tasks are always worth a stack. */
  boolean isWorthAStack() {
    return uses > 0 && uses >= stacks / STACKS_PER_USE;
  }
}
