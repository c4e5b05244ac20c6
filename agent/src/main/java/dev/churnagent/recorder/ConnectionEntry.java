package dev.churnagent.recorder;

import dev.churnagent.recorder.wire.WireConnection;
import java.io.FileDescriptor;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One socket between its first hook and its close. The value is its state; whoever moves it by
 * compare-and-set writes the event, so that a connect and a close that race are told once each.
 *
 * <p>Holds the {@link FileDescriptor}, not the socket: a descriptor refers to nothing, so a
 * forgotten socket can still be collected and closed by its Cleaner.
 */
final class ConnectionEntry extends AtomicInteger {
  private static final long serialVersionUID = 1L;

  /** Known for an option or a requested address only. */
  static final int UNCONNECTED = 0;

  /** Inside a blocking connect. */
  static final int CONNECTING = 1;

  /** A non-blocking or asynchronous connect goes on in the background. */
  static final int PENDING = 2;

  /** Inside a finishConnect. */
  static final int FINISHING = 3;

  static final int OPEN = 4;
  static final int CLOSED = 5;

  /** Closed by the program with data unread; what that comes to shows when the descriptor goes. */
  static final int CLOSING_UNREAD = 6;

  /** No stack, and not {@link StackRecorder#UNKNOWN} either. */
  static final int NO_CLOSER = -2;

  final transient FileDescriptor descriptor;
  transient SocketAddress requested;
  long startedAt;
  long openedAt;
  long closedAt = -1;
  int stackId = -1;
  int endpointId;

  /** The scope of whoever asked for it, where another thread may finish it; else -1. */
  int scopeId = -1;

  /** The thread that asked for it, by its identity hash. */
  int openerThread;

  /** Where the work of that thread was handed over, or -1. */
  int openerOrigin = -1;

  /** The stack of its close, if that was by somebody else; else {@link #NO_CLOSER}. */
  int closerStackId = NO_CLOSER;

  /** The client that it was opened for, or -1. */
  int clientId = -1;

  int port;

  /** Found by its number alone: a library opened it past the JDK. The descriptor is ours then. */
  boolean byNumber;

  /** Not a stream, and so no connection whatever it does. */
  boolean datagram;

  boolean bound;
  boolean unix;
  boolean lingerZero;
  boolean unreadAtClose;
  boolean peerClosedFirst;
  boolean outputShutDown;

  /** Our FIN went out by shutdownOutput while the peer had not sent its own. */
  boolean outputShutDownFirst;

  /** What goes over it; null until the first byte. */
  transient volatile WireConnection wire;

  ConnectionEntry(FileDescriptor descriptor) {
    this.descriptor = descriptor;
  }
}
