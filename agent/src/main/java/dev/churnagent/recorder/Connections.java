package dev.churnagent.recorder;

import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.FailureKind;
import dev.churnagent.recorder.call.Contexts;
import dev.churnagent.recorder.wire.WireConnection;
import dev.churnagent.recorder.wire.WireRecorder;
import java.io.FileDescriptor;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.internal.access.JavaIOFileDescriptorAccess;
import jdk.internal.access.SharedSecrets;

/**
 * The connections that are known by now, by descriptor, and the events that their changes of state
 * come to. Each method that writes an event is called by whoever won the change of state.
 */
final class Connections {
  private static final JavaIOFileDescriptorAccess DESCRIPTORS =
      SharedSecrets.getJavaIOFileDescriptorAccess();

  private final JournalWriter journal;
  private final StackRecorder stacks;
  private final Endpoints endpoints;
  private final Contexts contexts;
  private final DescriptorTable open = new DescriptorTable();

  private final AtomicBoolean exhaustionDescribed = new AtomicBoolean();
  private final PortAlarm portAlarm = new PortAlarm();

  /** Told of each attempt that is told here; null while it is being set up. */
  private CustomSockets custom;

  /** Null if nobody wants to know what goes over connections; set before the hooks call. */
  private WireRecorder wire;

  Connections(JournalWriter journal, StackRecorder stacks, Endpoints endpoints, Contexts contexts) {
    this.contexts = contexts;
    this.journal = journal;
    this.stacks = stacks;
    this.endpoints = endpoints;
  }

  void setWire(WireRecorder wire) {
    this.wire = wire;
  }

  /** Ends the recording of what goes over connections that stay open. */
  void finish() {
    for (ConnectionEntry entry : open.all()) {
      if (entry.wire != null) {
        wire.connectionLeft(entry.wire);
      }
    }
  }

  void setCustom(CustomSockets custom) {
    this.custom = custom;
  }

  PortAlarm portAlarm() {
    return portAlarm;
  }

  long now() {
    return journal.now();
  }

  /** The entry of this descriptor, or null. */
  ConnectionEntry find(FileDescriptor fd) {
    int number = DESCRIPTORS.get(fd);
    ConnectionEntry entry = number < 0 ? null : open.get(number);
    return entry != null && entry.descriptor == fd ? entry : null;
  }

  /** The entry of this descriptor, made if there is none. */
  ConnectionEntry findOrCreate(FileDescriptor fd) {
    int number = DESCRIPTORS.get(fd);
    ConnectionEntry entry = number < 0 ? null : open.get(number);
    if (entry != null && entry.descriptor == fd) {
      return entry;
    }
    ConnectionEntry created = new ConnectionEntry(fd);
    if (number >= 0) {
      replace(number, created);
    }
    return created;
  }

  private void replace(int number, ConnectionEntry created) {
    ConnectionEntry stale = open.put(number, created);
    int staleState =
        stale == null ? ConnectionEntry.CLOSED : stale.getAndSet(ConnectionEntry.CLOSED);
    if (staleState == ConnectionEntry.OPEN || staleState == ConnectionEntry.CLOSING_UNREAD) {
      // Its number is taken again, so it was closed in a way that passes no hook.
      closed(stale, ClosedFirst.UNKNOWN);
    }
  }

  /** The entry of a library's own descriptor, or null. */
  ConnectionEntry find(int number) {
    ConnectionEntry entry = number < 0 ? null : open.get(number);
    return entry != null && entry.byNumber ? entry : null;
  }

  /** The entry of a library's own descriptor, made if there is none. */
  ConnectionEntry findOrCreate(int number) {
    ConnectionEntry entry = find(number);
    if (entry != null) {
      return entry;
    }
    FileDescriptor fd = new FileDescriptor();
    DESCRIPTORS.set(fd, number);
    ConnectionEntry created = new ConnectionEntry(fd);
    created.byNumber = true;
    if (number >= 0) {
      replace(number, created);
    }
    return created;
  }

  /** Takes the entry out of the table; null if there is none, or another thread took it. */
  ConnectionEntry remove(FileDescriptor fd) {
    int number = DESCRIPTORS.get(fd);
    ConnectionEntry entry = number < 0 ? null : open.get(number);
    return entry != null && entry.descriptor == fd && open.remove(number, entry) ? entry : null;
  }

  void forget(ConnectionEntry entry) {
    if (entry.descriptor != null) {
      int number = DESCRIPTORS.get(entry.descriptor);
      if (number >= 0) {
        open.remove(number, entry);
      }
    }
  }

  /**
   * What goes over this descriptor, if it is a connection of ours; null otherwise, and while nobody
   * wants to know.
   */
  WireConnection wireOf(FileDescriptor fd) {
    ConnectionEntry entry = fd == null ? null : find(fd);
    if (entry == null || wire == null || entry.get() == ConnectionEntry.UNCONNECTED) {
      return null;
    }
    WireConnection known = entry.wire;
    return known != null ? known : makeWire(entry);
  }

  private WireConnection makeWire(ConnectionEntry entry) {
    synchronized (entry) {
      if (entry.wire == null) {
        entry.wire = wire.newConnection();
      }
      return entry.wire;
    }
  }

  /** Every known entry, each at some moment during the call. */
  List<ConnectionEntry> all() {
    return open.all();
  }

  /** This thread asks for a connection, or is the first to be seen with it, by this stack. */
  void asked(ConnectionEntry entry, int stackId) {
    entry.stackId = withOrigin(stackId);
    entry.clientId = contexts == null ? -1 : contexts.clientId();
    entry.openerThread = System.identityHashCode(Thread.currentThread());
    entry.openerOrigin = originId();
  }

  /**
   * This thread closes a connection. Its stack is taken if it is another thread than the one that
   * asked for it, or does a task that was handed over elsewhere: a second stack for each plain
   * connection would cost too much.
   */
  void closing(ConnectionEntry entry) {
    int originId = originId();
    // Not by its number: a subclass may say what it likes.
    if (entry.openerThread != System.identityHashCode(Thread.currentThread())
        || originId >= 0 && originId != entry.openerOrigin) {
      entry.closerStackId = withOrigin(stacks.currentId());
    }
  }

  private int originId() {
    return contexts == null ? -1 : contexts.originId();
  }

  /** A stack of this thread together with where its work came from. */
  int withOrigin(int stackId) {
    return contexts == null ? stackId : contexts.withOrigin(stackId);
  }

  /** The scope that this thread is in, or -1. */
  int scopeId() {
    return contexts == null ? -1 : contexts.scopeId();
  }

  /** The scope of whoever asked for a connection, or else of who finishes it. */
  private int scopeOf(ConnectionEntry entry) {
    return entry.scopeId >= 0 ? entry.scopeId : scopeId();
  }

  /** A connect succeeded, with its endpoint, port and stack set. */
  void established(ConnectionEntry entry, int expectedState) {
    custom.told();
    entry.openedAt = journal.now();
    long elapsed = elapsed(entry, entry.openedAt);
    int scopeId = scopeOf(entry);
    journal.appendEvent(
        RecordType.CONNECTION_ESTABLISHED,
        scopeId < 0 ? 0 : 1,
        entry.port,
        entry.openedAt,
        entry.stackId,
        entry.endpointId,
        elapsed);
    if (contexts != null) {
      contexts.connected();
    }
    if (scopeId >= 0) {
      journal.appendConnectionInScope(
          entry.openedAt, entry.stackId, entry.endpointId, entry.port, scopeId);
    }
    if (entry.clientId >= 0) {
      journal.appendEvent(
          RecordType.CONNECTION_BY_CLIENT,
          0,
          entry.port,
          entry.openedAt,
          entry.stackId,
          entry.clientId,
          0);
    }
    entry.requested = null;
    if (!entry.compareAndSet(expectedState, ConnectionEntry.OPEN)) {
      // Another thread closed it between the system's answer and now.
      closed(entry, ClosedFirst.LOCAL);
    }
  }

  /** A connect failed; {@code address} is null if the name was not resolved. */
  void failed(
      ConnectionEntry entry,
      SocketAddress remote,
      InetAddress address,
      int port,
      Throwable thrown) {
    if (ConnectFailures.isRejection(thrown)) {
      entry.set(ConnectionEntry.UNCONNECTED);
      return;
    }
    long elapsed = elapsed(entry, journal.now());
    FailureKind kind = ConnectFailures.kind(thrown, address, port, entry.bound, elapsed);
    entry.endpointId =
        address == null
            ? endpoints.id(entry, remote, null)
            : endpoints.id(entry, address, port, null);
    failed(entry, kind, ConnectFailures.message(thrown));
  }

  /** How long an attempt took until then, in nanoseconds; -1 if its start was not seen. */
  static long elapsed(ConnectionEntry entry, long now) {
    return entry.startedAt < 0 ? -1 : now - entry.startedAt;
  }

  /**
   * A connect failed, with its endpoint set.
   *
   * @param message what the system said, or null
   */
  void failed(ConnectionEntry entry, FailureKind kind, String message) {
    custom.told();
    forget(entry);
    entry.set(ConnectionEntry.CLOSED);
    long now = journal.now();
    long elapsed = elapsed(entry, now);
    int endpointId = entry.endpointId;
    if (kind == FailureKind.EXHAUSTED) {
      describeExhaustion(message);
    }
    int stackId = entry.stackId < 0 ? withOrigin(stacks.currentId()) : entry.stackId;
    journal.appendEvent(
        RecordType.CONNECT_FAILED, kind.code(), 0, now, stackId, endpointId, elapsed);
    int scopeId = scopeOf(entry);
    if (scopeId >= 0) {
      journal.appendEvent(
          RecordType.CONNECT_FAILED_IN_SCOPE, kind.code(), 0, now, stackId, scopeId, endpointId);
    }
    if (kind == FailureKind.EXHAUSTED) {
      portAlarm.ring();
    }
  }

  private void describeExhaustion(String message) {
    if (message != null && exhaustionDescribed.compareAndSet(false, true)) {
      journal.appendPayload(
          RecordType.FAILURE_DESCRIBED,
          FailureKind.EXHAUSTED.code(),
          PayloadOutput.message(message));
    }
  }

  /** A connect was given up before it was known how it ends. */
  void abandoned(ConnectionEntry entry) {
    long now = journal.now();
    long elapsed = elapsed(entry, now);
    journal.appendEvent(
        RecordType.CONNECT_ABANDONED, 0, 0, now, entry.stackId, entry.endpointId, elapsed);
  }

  void closed(ConnectionEntry entry, ClosedFirst first) {
    if (entry.wire != null) {
      wire.connectionClosed(entry.wire);
    }
    long at = entry.closedAt < 0 ? journal.now() : entry.closedAt;
    journal.appendEvent(
        RecordType.CONNECTION_CLOSED,
        first.code(),
        entry.port,
        at,
        entry.stackId,
        entry.endpointId,
        at - entry.openedAt);
    if (entry.closerStackId != ConnectionEntry.NO_CLOSER) {
      journal.appendClosedBy(
          at, entry.stackId, entry.closerStackId, entry.port, at - entry.openedAt);
    }
  }
}
