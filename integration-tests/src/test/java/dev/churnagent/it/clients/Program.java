package dev.churnagent.it.clients;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * Runs methods of a client program as its command line says: {@code method:port:times ...}, after
 * an optional {@code --virtual} each in a virtual thread.
 */
final class Program {
  private Program() {}

  static void run(Class<?> program, String... arguments) throws Exception {
    boolean virtual = arguments.length > 0 && arguments[0].equals("--virtual");
    for (int i = virtual ? 1 : 0; i < arguments.length; i++) {
      String[] call = arguments[i].split(":");
      Method method = program.getDeclaredMethod(call[0], int.class);
      for (int times = Integer.parseInt(call[2]); times > 0; times--) {
        Callable<?> once = () -> invoke(method, Integer.parseInt(call[1]));
        if (virtual) {
          inVirtualThread(once);
        } else {
          once.call();
        }
      }
    }
  }

  private static Object invoke(Method method, int port) throws Exception {
    try {
      return method.invoke(null, port);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** By reflection, because this is compiled for 17. */
  static void inVirtualThread(Callable<?> body) throws Exception {
    CompletableFuture<Object> done = new CompletableFuture<>();
    Runnable task =
        () -> {
          try {
            done.complete(body.call());
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        };
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    Class<?> type = Class.forName("java.lang.Thread$Builder");
    type.getMethod("start", Runnable.class).invoke(builder, task);
    done.get();
  }
}
