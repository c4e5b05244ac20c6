package programs;

import java.util.Collection;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Runs methods of a program one after another, as its command line says: the server's port, then
 * {@code method:times ...}. Each method is {@code static void method(int port, int times)}.
 */
final class Calls {
  private static final int PATIENCE_SECONDS = 30;

  private Calls() {}

  /** Runs them and ends the JVM, whichever threads a client has left. */
  static void run(Class<?> program, String... arguments) {
    try {
      int port = Integer.parseInt(arguments[0]);
      for (int i = 1; i < arguments.length; i++) {
        String[] call = arguments[i].split(":");
        program
            .getDeclaredMethod(call[0], int.class, int.class)
            .invoke(null, port, Integer.parseInt(call[1]));
      }
    } catch (Throwable e) {
      e.printStackTrace();
      System.exit(1);
    }
    System.exit(0);
  }

  /** Ends the JVM because this machine lacks something, which is no failure. */
  static void unavailable(Throwable why) {
    System.out.println("unavailable: " + String.valueOf(why).replace('\n', ' '));
    System.exit(77);
  }

  /** Waits for all; the first failure is thrown. */
  static void await(Collection<? extends Future<?>> futures) throws Exception {
    for (Future<?> future : futures) {
      await(future);
    }
  }

  static <T> T await(Future<T> future) throws Exception {
    return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
