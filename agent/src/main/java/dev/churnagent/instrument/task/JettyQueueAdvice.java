package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import dev.churnagent.instrument.library.Getter;
import java.util.Queue;
import net.bytebuddy.asm.Advice;

/**
 * {@code HttpDestination.newConnection} of Jetty's client, of which the requests that wait for a
 * connection are known and not the one that this connection is for.
 */
public final class JettyQueueAdvice {
  private JettyQueueAdvice() {}

  /** Null if one is opened on its sender's own thread. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static Object enter(@Getter("getHttpExchanges") Queue<?> waiting) {
    return TaskHook.waitingEntered(waiting);
  }

  /** Back to what the thread did before. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@Advice.Enter Object token) {
    if (token != null) {
      TaskHook.taskLeft(token);
    }
  }
}
