package dev.churnagent.hook;

import java.io.FileDescriptor;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketImpl;

/**
 * The static entry points that advice calls. Each does one thing: hand over to the sink, and keep
 * whatever goes wrong there away from the application.
 *
 * <p>Must be loaded by the bootstrap loader, where the woven JDK classes find it.
 */
public final class ChurnHook {
  private static volatile EventSink sink = EventSink.NONE;

  private ChurnHook() {}

  /** Sets where events go from now on; {@link EventSink#NONE} stops recording. */
  public static void setSink(EventSink next) {
    sink = next;
  }

  /** The sink in use; never null. */
  public static EventSink sink() {
    return sink;
  }

  /** See {@link EventSink#connectRequested}. */
  public static void connectRequested(SocketImpl socket, SocketAddress requested) {
    try {
      sink.connectRequested(socket, requested);
    } catch (Throwable fault) {
      failed(fault);
    }
  }

  /** See {@link EventSink#tunnelRequested}. */
  public static void tunnelRequested(SocketAddress requested) {
    try {
      sink.tunnelRequested(requested);
    } catch (Throwable fault) {
      failed(fault);
    }
  }

  /** See {@link EventSink#connectStarted}. */
  public static Object connectStarted(FileDescriptor fd, boolean bound) {
    try {
      return sink.connectStarted(fd, bound);
    } catch (Throwable fault) {
      failed(fault);
      return null;
    }
  }

  /** See {@link EventSink#socketConnectEnded}. */
  public static void socketConnectEnded(
      Object token,
      InetAddress address,
      int port,
      SocketAddress remote,
      int localPort,
      Throwable thrown) {
    try {
      sink.socketConnectEnded(token, address, port, remote, localPort, thrown);
    } catch (Throwable fault) {
      failed(fault);
    }
  }

  /** See {@link EventSink#channelConnectEnded}. */
  public static void channelConnectEnded(
      Object token,
      SocketAddress remote,
      SocketAddress local,
      boolean connected,
      Throwable thrown) {
    try {
      sink.channelConnectEnded(token, remote, local, connected, thrown);
    } catch (Throwable fault) {
      failed(fault);
    }
  }

  /** See {@link EventSink#finishStarted}. */
  public static Object finishStarted(FileDescriptor fd) {
    try {
      return sink.finishStarted(fd);
    } catch (Throwable fault) {
      failed(fault);
      return null;
    }
  }

  /** See {@link EventSink#finishEnded}. */
  public static void finishEnded(
      Object token,
      SocketAddress remote,
      SocketAddress local,
      boolean connected,
      Throwable thrown) {
    try {
      sink.finishEnded(token, remote, local, connected, thrown);
    } catch (Throwable fault) {
      failed(fault);
    }
  }

  /** See {@link EventSink#asyncConnectStarted}. */
  public static Object asyncConnectStarted(FileDescriptor fd, SocketAddress remote, boolean bound) {
    try {
      return sink.asyncConnectStarted(fd, remote, bound);
    } catch (Throwable fault) {
      failed(fault);
      return null;
    }
  }

  /** See {@link EventSink#asyncConnectReturned}. */
  public static void asyncConnectReturned(Object token, Throwable thrown) {
    try {
      sink.asyncConnectReturned(token, thrown);
    } catch (Throwable fault) {
      failed(fault);
    }
  }

  /** See {@link EventSink#asyncFinishStarted}. */
  public static void asyncFinishStarted(FileDescriptor fd) {
    try {
      sink.asyncFinishStarted(fd);
    } catch (Throwable fault) {
      failed(fault);
    }
  }

  /** See {@link EventSink#asyncConnected}. */
  public static void asyncConnected(FileDescriptor fd, SocketAddress local) {
    try {
      sink.asyncConnected(fd, local);
    } catch (Throwable fault) {
      failed(fault);
    }
  }

  /** See {@link EventSink#asyncFinishStartedOn}. */
  public static void asyncFinishStartedOn(Object channel) {
    try {
      sink.asyncFinishStartedOn(channel);
    } catch (Throwable fault) {
      failed(fault);
    }
  }

  /** See {@link EventSink#asyncConnectedOn}. */
  public static void asyncConnectedOn(Object channel) {
    try {
      sink.asyncConnectedOn(channel);
    } catch (Throwable fault) {
      failed(fault);
    }
  }

  /** See {@link EventSink#socketFailed}. */
  public static void socketFailed(Throwable thrown) {
    try {
      sink.socketFailed(thrown);
    } catch (Throwable fault) {
      failed(fault);
    }
  }

  /** See {@link EventSink#closing}. */
  public static void closing(FileDescriptor fd) {
    try {
      sink.closing(fd);
    } catch (Throwable fault) {
      failed(fault);
    }
  }

  /** See {@link EventSink#programClosing}. */
  public static void programClosing(FileDescriptor fd, boolean shutsDownFirst) {
    try {
      sink.programClosing(fd, shutsDownFirst);
    } catch (Throwable fault) {
      failed(fault);
    }
  }

  /** See {@link EventSink#outputShutDown}. */
  public static void outputShutDown(FileDescriptor fd) {
    try {
      sink.outputShutDown(fd);
    } catch (Throwable fault) {
      failed(fault);
    }
  }

  /** See {@link EventSink#lingerSet}. */
  public static void lingerSet(FileDescriptor fd, Object seconds) {
    try {
      sink.lingerSet(fd, seconds);
    } catch (Throwable fault) {
      failed(fault);
    }
  }

  /** See {@link EventSink#customConnectStarted}. */
  public static Object customConnectStarted(Socket socket) {
    try {
      return sink.customConnectStarted(socket);
    } catch (Throwable fault) {
      failed(fault);
      return null;
    }
  }

  /** See {@link EventSink#customConnectEnded}. */
  public static void customConnectEnded(
      Object token, Socket socket, SocketAddress remote, Throwable thrown) {
    try {
      sink.customConnectEnded(token, socket, remote, thrown);
    } catch (Throwable fault) {
      failed(fault);
    }
  }

  /** See {@link EventSink#customClosing}. */
  public static void customClosing(Socket socket) {
    try {
      sink.customClosing(socket);
    } catch (Throwable fault) {
      failed(fault);
    }
  }

  private static void failed(Throwable fault) {
    try {
      sink.hookFailed(fault);
    } catch (Throwable again) {
      // Reporting a fault must never become one: with no memory or stack left there is no way to
      // say more, and the application comes first.
      return;
    }
  }
}
