package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import java.util.concurrent.ForkJoinWorkerThread;
import net.bytebuddy.asm.Advice;

/** {@code Thread.start}: what the thread does is work of whoever started it. */
public final class ThreadStartAdvice {
  private ThreadStartAdvice() {}

  /** A fork-join pool's thread serves everybody, not just the first who had work for it. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.This Object thread) {
    if (!(thread instanceof ForkJoinWorkerThread)) {
      TaskHook.handedOver(thread);
    }
  }
}
