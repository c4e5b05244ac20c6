package library;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * What a Kotlin library's suspending function is compiled to: waits for a moment without a thread,
 * then opens a connection. By reflection, as this library is compiled without Kotlin's.
 */
public final class SuspendingOpener {
  private static final long DELAY_MILLIS = 5;

  private final int port;
  private final Object dispatcher;

  /**
   * Creates it.
   *
   * @param dispatcher the {@code CoroutineDispatcher} on which it goes on after the wait
   */
  public SuspendingOpener(int port, Object dispatcher) {
    this.port = port;
    this.dispatcher = dispatcher;
  }

  /** The function: a {@code Function2} of the coroutine's scope and its continuation. */
  public <T> T as(Class<T> function) {
    return implement(function, (proxy, method, arguments) -> begin(arguments[1]));
  }

  private Object begin(Object coroutine) throws ReflectiveOperationException {
    Class<?> continuation = named("kotlin.coroutines.Continuation");
    Object rest =
        implement(
            continuation,
            (proxy, method, arguments) -> {
              if (method.getName().equals("resumeWith")) {
                Opener.open(port);
              }
              return call(coroutine, method, arguments);
            });
    Object intercepted =
        call(
            dispatcher,
            named("kotlinx.coroutines.CoroutineDispatcher")
                .getMethod("interceptContinuation", continuation),
            rest);
    Object result =
        call(
            null,
            named("kotlinx.coroutines.DelayKt").getMethod("delay", long.class, continuation),
            DELAY_MILLIS,
            intercepted);
    // The moment may be over before anybody waits.
    if (!result.toString().equals("COROUTINE_SUSPENDED")) {
      Opener.open(port);
    }
    return result;
  }

  private Class<?> named(String name) throws ClassNotFoundException {
    return Class.forName(name, true, dispatcher.getClass().getClassLoader());
  }

  private static Object call(Object on, Method method, Object... arguments)
      throws ReflectiveOperationException {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static <T> T implement(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
