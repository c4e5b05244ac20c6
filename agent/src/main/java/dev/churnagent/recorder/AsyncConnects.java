package dev.churnagent.recorder;

import java.io.FileDescriptor;
import java.net.SocketAddress;
import jdk.internal.misc.Unsafe;

/**
 * Attempts of asynchronous channels, whose outcome shows elsewhere than in the call that began
 * them: success in the channel's own {@code setConnected}, failure where the JDK dresses the
 * exception.
 */
final class AsyncConnects {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final Connections connections;
  private final StackRecorder stacks;
  private final Endpoints endpoints;

  /** The attempt whose outcome this thread is about to see. */
  private final ThreadLocal<ConnectionEntry> attempt = new ThreadLocal<>();

  AsyncConnects(Connections connections, StackRecorder stacks, Endpoints endpoints) {
    this.connections = connections;
    this.stacks = stacks;
    this.endpoints = endpoints;
  }

  ConnectionEntry started(FileDescriptor fd, SocketAddress remote, boolean bound) {
    ConnectionEntry entry = connections.findOrCreate(fd);
    if (!entry.compareAndSet(ConnectionEntry.UNCONNECTED, ConnectionEntry.CONNECTING)) {
      return null;
    }
    entry.bound = bound;
    entry.startedAt = connections.now();
    entry.requested = remote;
    connections.asked(entry, stacks.currentId());
    entry.scopeId = connections.scopeId();
    if (!Connects.isUnresolved(remote)) {
      entry.endpointId = endpoints.id(entry, remote, null);
    }
    entry.set(ConnectionEntry.PENDING);
    attempt.set(entry);
    return entry;
  }

  void returned(ConnectionEntry entry, Throwable thrown) {
    attempt.remove();
    if (entry != null && thrown != null && isTaken(entry)) {
      connections.failed(entry, entry.requested, null, 0, thrown);
    }
  }

  void finishStarted(FileDescriptor fd) {
    ConnectionEntry entry = connections.find(fd);
    if (entry != null) {
      attempt.set(entry);
    }
  }

  void connected(FileDescriptor fd, SocketAddress local) {
    // The program's handler may run on this thread before the hooked method returns.
    attempt.remove();
    ConnectionEntry entry = connections.find(fd);
    if (entry != null && isTaken(entry)) {
      entry.port = Endpoints.port(local);
      connections.established(entry, ConnectionEntry.FINISHING);
    }
  }

  void failed(Throwable thrown) {
    ConnectionEntry entry = attempt.get();
    if (entry != null) {
      attempt.remove();
      if (isTaken(entry)) {
        SocketAddress remote = entry.requested;
        connections.failed(
            entry, remote, Endpoints.address(remote), Endpoints.port(remote), thrown);
      }
    }
  }

  void finishStartedOn(Object channel) {
    finishStarted(descriptorOf(channel));
  }

  void connectedOn(Object channel) {
    SocketAddress local =
        (SocketAddress) UNSAFE.getReference(channel, fieldOf(channel, "localAddress"));
    connected(descriptorOf(channel), local);
  }

  /** Reads a field of the JDK's asynchronous channel, whose class is not visible from here. */
  private static FileDescriptor descriptorOf(Object channel) {
    return (FileDescriptor) UNSAFE.getReference(channel, fieldOf(channel, "fd"));
  }

  private static long fieldOf(Object channel, String name) {
    return UNSAFE.objectFieldOffset(channel.getClass().getSuperclass(), name);
  }

  /** Whether this thread tells how an attempt ended, and not one that closes it. */
  private static boolean isTaken(ConnectionEntry entry) {
    return entry.compareAndSet(ConnectionEntry.PENDING, ConnectionEntry.FINISHING);
  }
}
