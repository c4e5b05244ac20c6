package dev.churnagent.recorder;

import dev.churnagent.hook.EventSink;
import dev.churnagent.hook.SocketProbe;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.RecordType;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.FailureKind;
import java.io.FileDescriptor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketImpl;
import java.nio.channels.ClosedChannelException;
import jdk.internal.access.JavaIOFileDescriptorAccess;
import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.Unsafe;

/**
 * Turns what the hooks see into journal events.
 *
 * <ul>
 *   <li>Each connection is told once: by the layer that owns the descriptor.
 *   <li>The event of a connect stands in the journal before the connect returns to the program.
 *   <li>One stack for each attempt, taken where the program asked for it; none at close.
 * </ul>
 */
public final class Recorder implements EventSink {
  private static final JavaIOFileDescriptorAccess DESCRIPTORS =
      SharedSecrets.getJavaIOFileDescriptorAccess();

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long SOCKET_DESCRIPTOR = UNSAFE.objectFieldOffset(SocketImpl.class, "fd");

  private final JournalWriter journal;
  private final Faults faults;
  private final StackRecorder stacks;
  private final Endpoints endpoints;
  private final CloseObserver closes;
  private final DescriptorTable open = new DescriptorTable();
  private final CustomSockets custom;

  /** The asynchronous attempt whose outcome this thread is about to see. */
  private final ThreadLocal<ConnectionEntry> asyncAttempt = new ThreadLocal<>();

  /**
   * Creates it; nothing is recorded before it is set as the hook's sink.
   *
   * @param probe looks at sockets before they are closed
   */
  public Recorder(JournalWriter journal, Faults faults, SocketProbe probe) {
    this.journal = journal;
    this.faults = faults;
    this.stacks = new StackRecorder(journal, faults);
    this.endpoints = new Endpoints(new EndpointTable(journal, faults));
    this.closes = new CloseObserver(probe);
    this.custom = new CustomSockets(this);
  }

  @Override
  public void connectRequested(SocketImpl socket, SocketAddress requested) {
    FileDescriptor fd = (FileDescriptor) UNSAFE.getReference(socket, SOCKET_DESCRIPTOR);
    if (fd != null && requested != null) {
      unconnected(fd).requested = requested;
    }
  }

  @Override
  public void tunnelRequested(SocketAddress requested) {
    endpoints.tunnelRequested(requested);
  }

  @Override
  public Object connectStarted(FileDescriptor fd, boolean bound) {
    ConnectionEntry entry = unconnected(fd);
    if (!entry.compareAndSet(ConnectionEntry.UNCONNECTED, ConnectionEntry.CONNECTING)) {
      // Connected or connecting already: the JDK will reject this call.
      return null;
    }
    entry.bound = bound;
    entry.startedAt = journal.now();
    return entry;
  }

  @Override
  public void socketConnectEnded(
      Object token,
      InetAddress address,
      int port,
      SocketAddress remote,
      int localPort,
      Throwable thrown) {
    ConnectionEntry entry = (ConnectionEntry) token;
    if (entry == null) {
      return;
    }
    entry.port = localPort;
    if (thrown == null) {
      entry.endpointId = endpoints.id(entry, address, port, null);
      established(entry, stacks.currentId(), ConnectionEntry.CONNECTING);
    } else if (address == null || isUnresolved(remote)) {
      failed(entry, remote, null, 0, thrown);
    } else {
      failed(entry, remote, address, port, thrown);
    }
  }

  @Override
  public void channelConnectEnded(
      Object token,
      SocketAddress remote,
      SocketAddress local,
      boolean connected,
      Throwable thrown) {
    ConnectionEntry entry = (ConnectionEntry) token;
    if (entry == null) {
      return;
    }
    if (thrown != null) {
      failed(entry, remote, Endpoints.address(remote), Endpoints.port(remote), thrown);
      return;
    }
    entry.endpointId = endpoints.id(entry, remote, connected ? local : null);
    entry.port = Endpoints.port(local);
    int stackId = stacks.currentId();
    if (connected) {
      established(entry, stackId, ConnectionEntry.CONNECTING);
      return;
    }
    entry.stackId = stackId;
    if (!entry.compareAndSet(ConnectionEntry.CONNECTING, ConnectionEntry.PENDING)) {
      abandoned(entry);
    }
  }

  @Override
  public Object finishStarted(FileDescriptor fd) {
    ConnectionEntry entry = find(fd);
    if (entry == null || entry.get() == ConnectionEntry.UNCONNECTED) {
      // Begun before the agent came: there is neither a start nor the stack that asked for it.
      entry = unconnected(fd);
      entry.startedAt = -1;
      entry.stackId = stacks.currentId();
      entry.set(ConnectionEntry.PENDING);
    }
    return entry.compareAndSet(ConnectionEntry.PENDING, ConnectionEntry.FINISHING) ? entry : null;
  }

  @Override
  public void finishEnded(
      Object token,
      SocketAddress remote,
      SocketAddress local,
      boolean connected,
      Throwable thrown) {
    ConnectionEntry entry = (ConnectionEntry) token;
    if (entry == null) {
      return;
    }
    if (thrown != null) {
      if (thrown instanceof ClosedChannelException) {
        // Closed by another thread while pending.
        forget(entry);
        abandonedInside(entry);
      } else {
        failed(entry, remote, Endpoints.address(remote), Endpoints.port(remote), thrown);
      }
    } else if (connected) {
      entry.endpointId = endpoints.id(entry, remote, local);
      entry.port = Endpoints.port(local);
      established(entry, entry.stackId, ConnectionEntry.FINISHING);
    } else if (!entry.compareAndSet(ConnectionEntry.FINISHING, ConnectionEntry.PENDING)) {
      abandoned(entry);
    }
  }

  @Override
  public Object asyncConnectStarted(FileDescriptor fd, SocketAddress remote, boolean bound) {
    ConnectionEntry entry = unconnected(fd);
    if (!entry.compareAndSet(ConnectionEntry.UNCONNECTED, ConnectionEntry.CONNECTING)) {
      return null;
    }
    entry.bound = bound;
    entry.startedAt = journal.now();
    entry.requested = remote;
    entry.stackId = stacks.currentId();
    if (!isUnresolved(remote)) {
      entry.endpointId = endpoints.id(entry, remote, null);
    }
    entry.set(ConnectionEntry.PENDING);
    asyncAttempt.set(entry);
    return entry;
  }

  @Override
  public void asyncConnectReturned(Object token, Throwable thrown) {
    asyncAttempt.remove();
    ConnectionEntry entry = (ConnectionEntry) token;
    if (entry != null && thrown != null && isTaken(entry)) {
      failed(entry, entry.requested, null, 0, thrown);
    }
  }

  @Override
  public void asyncFinishStarted(FileDescriptor fd) {
    ConnectionEntry entry = find(fd);
    if (entry != null) {
      asyncAttempt.set(entry);
    }
  }

  @Override
  public void asyncConnected(FileDescriptor fd, SocketAddress local) {
    // The program's handler may run on this thread before the hooked method returns.
    asyncAttempt.remove();
    ConnectionEntry entry = find(fd);
    if (entry != null && isTaken(entry)) {
      entry.port = Endpoints.port(local);
      established(entry, entry.stackId, ConnectionEntry.FINISHING);
    }
  }

  @Override
  public void asyncFinishStartedOn(Object channel) {
    asyncFinishStarted(descriptorOf(channel));
  }

  @Override
  public void asyncConnectedOn(Object channel) {
    SocketAddress local =
        (SocketAddress) UNSAFE.getReference(channel, fieldOf(channel, "localAddress"));
    asyncConnected(descriptorOf(channel), local);
  }

  /** Reads a field of the JDK's asynchronous channel, whose class is not visible from here. */
  private static FileDescriptor descriptorOf(Object channel) {
    return (FileDescriptor) UNSAFE.getReference(channel, fieldOf(channel, "fd"));
  }

  private static long fieldOf(Object channel, String name) {
    return UNSAFE.objectFieldOffset(channel.getClass().getSuperclass(), name);
  }

  @Override
  public void socketFailed(Throwable thrown) {
    ConnectionEntry entry = asyncAttempt.get();
    if (entry != null) {
      asyncAttempt.remove();
      if (isTaken(entry)) {
        SocketAddress remote = entry.requested;
        failed(entry, remote, Endpoints.address(remote), Endpoints.port(remote), thrown);
      }
    }
  }

  /** Whether this thread tells how an asynchronous attempt ended, and not one that closes it. */
  private static boolean isTaken(ConnectionEntry entry) {
    return entry.compareAndSet(ConnectionEntry.PENDING, ConnectionEntry.FINISHING);
  }

  @Override
  public void closing(FileDescriptor fd) {
    int number = DESCRIPTORS.get(fd);
    ConnectionEntry entry = number < 0 ? null : open.get(number);
    if (entry == null || entry.descriptor != fd || !open.remove(number, entry)) {
      return;
    }
    switch (entry.getAndSet(ConnectionEntry.CLOSED)) {
      case ConnectionEntry.OPEN -> closed(entry, closes.beforeClose(fd, entry));
      case ConnectionEntry.PENDING -> abandoned(entry);
      case ConnectionEntry.CLOSING_UNREAD -> closed(entry, closes.afterShutdown(fd, entry));
      default -> {
        // Never connected, or inside a connect whose own hook tells how it ended.
      }
    }
  }

  @Override
  public void programClosing(FileDescriptor fd, boolean shutsDownFirst) {
    ConnectionEntry entry = find(fd);
    if (!shutsDownFirst || entry == null || entry.get() != ConnectionEntry.OPEN) {
      closing(fd);
      return;
    }
    ClosedFirst first = closes.beforeClose(fd, entry);
    int next =
        first == ClosedFirst.RESET && closes.canLookAgain(fd, entry)
            ? ConnectionEntry.CLOSING_UNREAD
            : ConnectionEntry.CLOSED;
    if (entry.compareAndSet(ConnectionEntry.OPEN, next)) {
      entry.closedAt = journal.now();
      if (next == ConnectionEntry.CLOSED) {
        forget(entry);
        closed(entry, first);
      }
    }
  }

  @Override
  public void outputShutDown(FileDescriptor fd) {
    ConnectionEntry entry = find(fd);
    if (entry != null && entry.get() == ConnectionEntry.OPEN && !entry.outputShutDown) {
      entry.outputShutDownFirst = closes.isPeerOpen(fd);
      entry.outputShutDown = true;
    }
  }

  @Override
  public void lingerSet(FileDescriptor fd, Object seconds) {
    boolean zero = seconds instanceof Integer value && value == 0;
    ConnectionEntry entry = find(fd);
    if (entry == null && zero) {
      entry = unconnected(fd);
    }
    if (entry != null) {
      entry.lingerZero = zero;
    }
  }

  /**
   * Ends the recording: tells of what the program closed and the JDK has not closed yet, a channel
   * whose selector was never run again. Its unread data will make it a reset.
   */
  public void finish() {
    for (ConnectionEntry entry : open.all()) {
      if (entry.compareAndSet(ConnectionEntry.CLOSING_UNREAD, ConnectionEntry.CLOSED)) {
        closed(entry, ClosedFirst.RESET);
      }
    }
  }

  @Override
  public Object customConnectStarted(Socket socket) {
    return custom.connectStarted();
  }

  @Override
  public void customConnectEnded(
      Object token, Socket socket, SocketAddress remote, Throwable thrown) {
    custom.connectEnded(token, socket, remote, thrown);
  }

  @Override
  public void customClosing(Socket socket) {
    custom.closing(socket);
  }

  @Override
  public void hookFailed(Throwable fault) {
    faults.missed(fault);
  }

  /** Starts an entry that no descriptor stands for. */
  ConnectionEntry detached() {
    ConnectionEntry entry = new ConnectionEntry(null);
    entry.set(ConnectionEntry.CONNECTING);
    entry.startedAt = journal.now();
    return entry;
  }

  /** A connect on a foreign SocketImpl ended that passed no layer of the JDK's. */
  void detachedEnded(ConnectionEntry entry, SocketAddress remote, Throwable thrown) {
    if (thrown == null) {
      entry.endpointId = endpoints.id(entry, remote, null);
      established(entry, stacks.currentId(), ConnectionEntry.CONNECTING);
    } else {
      failed(entry, remote, Endpoints.address(remote), Endpoints.port(remote), thrown);
    }
  }

  void detachedClosed(ConnectionEntry entry) {
    if (entry.compareAndSet(ConnectionEntry.OPEN, ConnectionEntry.CLOSED)) {
      closed(entry, ClosedFirst.UNKNOWN);
    }
  }

  private ConnectionEntry find(FileDescriptor fd) {
    int number = DESCRIPTORS.get(fd);
    ConnectionEntry entry = number < 0 ? null : open.get(number);
    return entry != null && entry.descriptor == fd ? entry : null;
  }

  /** The entry of this descriptor, made if there is none. */
  private ConnectionEntry unconnected(FileDescriptor fd) {
    int number = DESCRIPTORS.get(fd);
    ConnectionEntry entry = number < 0 ? null : open.get(number);
    if (entry != null && entry.descriptor == fd) {
      return entry;
    }
    ConnectionEntry created = new ConnectionEntry(fd);
    if (number < 0) {
      return created;
    }
    ConnectionEntry stale = open.put(number, created);
    int staleState =
        stale == null ? ConnectionEntry.CLOSED : stale.getAndSet(ConnectionEntry.CLOSED);
    if (staleState == ConnectionEntry.OPEN || staleState == ConnectionEntry.CLOSING_UNREAD) {
      // Its number is taken again, so it was closed in a way that passes no hook.
      closed(stale, ClosedFirst.UNKNOWN);
    }
    return created;
  }

  private void forget(ConnectionEntry entry) {
    if (entry.descriptor != null) {
      int number = DESCRIPTORS.get(entry.descriptor);
      if (number >= 0) {
        open.remove(number, entry);
      }
    }
  }

  private void established(ConnectionEntry entry, int stackId, int expectedState) {
    custom.told();
    entry.stackId = stackId;
    entry.openedAt = journal.now();
    long elapsed = entry.startedAt < 0 ? -1 : entry.openedAt - entry.startedAt;
    journal.appendEvent(
        RecordType.CONNECTION_ESTABLISHED,
        0,
        entry.port,
        entry.openedAt,
        stackId,
        entry.endpointId,
        elapsed);
    entry.requested = null;
    if (!entry.compareAndSet(expectedState, ConnectionEntry.OPEN)) {
      // Another thread closed it between the system's answer and now.
      closed(entry, ClosedFirst.LOCAL);
    }
  }

  private void failed(
      ConnectionEntry entry,
      SocketAddress remote,
      InetAddress address,
      int port,
      Throwable thrown) {
    if (ConnectFailures.isRejection(thrown)) {
      entry.set(ConnectionEntry.UNCONNECTED);
      return;
    }
    custom.told();
    forget(entry);
    entry.set(ConnectionEntry.CLOSED);
    long now = journal.now();
    long elapsed = entry.startedAt < 0 ? -1 : now - entry.startedAt;
    FailureKind kind = ConnectFailures.kind(thrown, address, port, entry.bound, elapsed);
    int endpointId =
        address == null
            ? endpoints.id(entry, remote, null)
            : endpoints.id(entry, address, port, null);
    journal.appendEvent(
        RecordType.CONNECT_FAILED,
        kind.code(),
        0,
        now,
        entry.stackId < 0 ? stacks.currentId() : entry.stackId,
        endpointId,
        elapsed);
  }

  /**
   * A close by another thread ended a finishConnect. An entry without a start may be one that
   * finishConnect made just after that close had told of the same connect.
   */
  private void abandonedInside(ConnectionEntry entry) {
    if (entry.startedAt >= 0) {
      abandoned(entry);
    }
  }

  private void abandoned(ConnectionEntry entry) {
    long now = journal.now();
    long elapsed = entry.startedAt < 0 ? -1 : now - entry.startedAt;
    journal.appendEvent(
        RecordType.CONNECT_ABANDONED, 0, 0, now, entry.stackId, entry.endpointId, elapsed);
  }

  private void closed(ConnectionEntry entry, ClosedFirst first) {
    long at = entry.closedAt < 0 ? journal.now() : entry.closedAt;
    journal.appendEvent(
        RecordType.CONNECTION_CLOSED,
        first.code(),
        entry.port,
        at,
        entry.stackId,
        entry.endpointId,
        at - entry.openedAt);
  }

  private static boolean isUnresolved(SocketAddress remote) {
    return remote instanceof InetSocketAddress inet && inet.isUnresolved();
  }
}
