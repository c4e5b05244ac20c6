package dev.churnagent.hook;

import java.io.FileDescriptor;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketImpl;

/**
 * Receives what the hooks see. One implementation, the recorder. Every method runs on the
 * application's thread, inside the JDK's socket code, often under the JDK's locks.
 *
 * <p>A token is whatever the sink wants back at the end of the same call; null means "not
 * interested".
 */
public interface EventSink {
  /** A sink that does nothing: before the start and after the end of a run. */
  EventSink NONE = new DisabledSink();

  /**
   * A SOCKS or direct {@code java.net.Socket} is about to connect; {@code requested} is what the
   * program asked for, which through a proxy differs from where TCP goes.
   */
  void connectRequested(SocketImpl socket, SocketAddress requested);

  /** A connect by way of an HTTP tunnel begins on this thread; null ends it. */
  void tunnelRequested(SocketAddress requested);

  /**
   * A connect begins.
   *
   * @param fd of the socket
   * @param bound whether the program chose the local port itself
   * @return the token
   */
  Object connectStarted(FileDescriptor fd, boolean bound);

  /**
   * A connect of a {@code java.net.Socket} ended.
   *
   * @param address where TCP went, or null if it was not resolved
   * @param remote what was asked for
   * @param thrown null if it succeeded
   */
  void socketConnectEnded(
      Object token,
      InetAddress address,
      int port,
      SocketAddress remote,
      int localPort,
      Throwable thrown);

  /**
   * A connect of a channel returned.
   *
   * @param connected false if it goes on in the background
   */
  void channelConnectEnded(
      Object token, SocketAddress remote, SocketAddress local, boolean connected, Throwable thrown);

  /** A {@code finishConnect} on a channel with a pending connect begins. Returns the token. */
  Object finishStarted(FileDescriptor fd);

  /** A {@code finishConnect} returned; {@code connected} false without exception: still pending. */
  void finishEnded(
      Object token, SocketAddress remote, SocketAddress local, boolean connected, Throwable thrown);

  /** An asynchronous connect begins. Returns the token. */
  Object asyncConnectStarted(FileDescriptor fd, SocketAddress remote, boolean bound);

  /** The call that began an asynchronous connect returned or threw. */
  void asyncConnectReturned(Object token, Throwable thrown);

  /** The event thread begins to finish an asynchronous connect. */
  void asyncFinishStarted(FileDescriptor fd);

  /** An asynchronous connect succeeded. */
  void asyncConnected(FileDescriptor fd, SocketAddress local);

  /** As {@link #asyncFinishStarted}, where only the channel is at hand (Windows). */
  void asyncFinishStartedOn(Object channel);

  /** As {@link #asyncConnected}, where only the channel is at hand (Windows). */
  void asyncConnectedOn(Object channel);

  /** The JDK dresses a socket exception; for asynchronous connects this is where it is seen. */
  void socketFailed(Throwable thrown);

  /** A descriptor is about to be closed, by whichever way. Called for every descriptor. */
  void closing(FileDescriptor fd);

  /**
   * The program closes its socket or channel, and the descriptor is about to follow.
   *
   * @param shutsDownFirst the JDK shuts our half down before it closes the descriptor: what is
   *     unread then makes the close a reset only if the peer has not answered in between
   */
  void programClosing(FileDescriptor fd, boolean shutsDownFirst);

  /** Our half of the connection is about to be shut down. */
  void outputShutDown(FileDescriptor fd);

  /** SO_LINGER was set. */
  void lingerSet(FileDescriptor fd, Object seconds);

  /** A socket on a {@code SocketImpl} that is not the JDK's begins to connect. */
  Object customConnectStarted(Socket socket);

  /** The same connect ended. */
  void customConnectEnded(Object token, Socket socket, SocketAddress remote, Throwable thrown);

  /** A socket on a {@code SocketImpl} that is not the JDK's is about to be closed. */
  void customClosing(Socket socket);

  /** A hook failed; must not throw. */
  void hookFailed(Throwable fault);
}
