package dev.churnagent.hook;

/**
 * Receives what the hooks see of sockets that a library opens past the JDK, by native code of its
 * own: Netty's epoll, kqueue and io_uring. Such a socket is known by the number of its descriptor.
 * Every method runs on a thread of the application, inside the library.
 *
 * <p>A remote address is a {@code java.net.SocketAddress}, or the library's own for a UNIX path. A
 * token is whatever the sink wants back at the end of the same call; null means "not interested".
 */
public interface NativeSink {
  /** A sink that does nothing: before the start and after the end of a run. */
  NativeSink NONE = new DisabledNativeSink();

  /** A connect begins, perhaps of a datagram socket. Returns the token. */
  Object connectStarted(int number, Object remote);

  /**
   * The same connect returned.
   *
   * @param connected false if it goes on in the background
   * @param thrown null if it has not failed
   */
  void connectReturned(Object token, boolean connected, Throwable thrown);

  /** The outcome of a connect that goes on is asked for. Returns the token. */
  Object finishStarted(int number);

  /** The same call returned; {@code connected} false without exception: it still goes on. */
  void finishEnded(Object token, boolean connected, Throwable thrown);

  /**
   * A connect may have begun with data, without {@link #connectStarted}.
   *
   * @param connected false if it goes on in the background
   */
  void fastOpened(int number, Object remote, boolean connected);

  /** A connect was given to the kernel, which will tell how it ends. */
  void connectSubmitted(int number, Object remote);

  /**
   * The kernel told of a connect.
   *
   * @param result 0, or a negative error number
   */
  void connectCompleted(int number, int result);

  /** A datagram socket was opened that can't be told from others later. */
  void datagramOpened(int number);

  /** The descriptor is about to be closed. Called for every one of the library's. */
  void closing(int number);

  /** Our half of the connection is about to be shut down. */
  void outputShutDown(int number);

  /** SO_LINGER was set; negative seconds turn it off. */
  void lingerSet(int number, int seconds);

  /** A hook failed; must not throw. */
  void hookFailed(Throwable fault);
}
