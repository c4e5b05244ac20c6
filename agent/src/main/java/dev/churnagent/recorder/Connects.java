package dev.churnagent.recorder;

import java.io.FileDescriptor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketImpl;
import java.nio.channels.ClosedChannelException;
import jdk.internal.misc.Unsafe;

/** Attempts whose outcome the connecting or finishing call itself returns or throws. */
final class Connects {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long SOCKET_DESCRIPTOR = UNSAFE.objectFieldOffset(SocketImpl.class, "fd");

  private final Connections connections;
  private final StackRecorder stacks;
  private final Endpoints endpoints;

  Connects(Connections connections, StackRecorder stacks, Endpoints endpoints) {
    this.connections = connections;
    this.stacks = stacks;
    this.endpoints = endpoints;
  }

  void requested(SocketImpl socket, SocketAddress requested) {
    FileDescriptor fd = (FileDescriptor) UNSAFE.getReference(socket, SOCKET_DESCRIPTOR);
    if (fd != null && requested != null) {
      connections.findOrCreate(fd).requested = requested;
    }
  }

  ConnectionEntry started(FileDescriptor fd, boolean bound) {
    ConnectionEntry entry = connections.findOrCreate(fd);
    if (!entry.compareAndSet(ConnectionEntry.UNCONNECTED, ConnectionEntry.CONNECTING)) {
      // Connected or connecting already: the JDK will reject this call.
      return null;
    }
    entry.bound = bound;
    entry.startedAt = connections.now();
    return entry;
  }

  void socketEnded(
      ConnectionEntry entry,
      InetAddress address,
      int port,
      SocketAddress remote,
      int localPort,
      Throwable thrown) {
    entry.port = localPort;
    if (thrown == null) {
      entry.endpointId = endpoints.id(entry, address, port, null);
      connections.asked(entry, stacks.currentId());
      connections.established(entry, ConnectionEntry.CONNECTING);
    } else if (address == null || isUnresolved(remote)) {
      connections.failed(entry, remote, null, 0, thrown);
    } else {
      connections.failed(entry, remote, address, port, thrown);
    }
  }

  void channelEnded(
      ConnectionEntry entry,
      SocketAddress remote,
      SocketAddress local,
      boolean connected,
      Throwable thrown) {
    if (thrown != null) {
      failed(entry, remote, thrown);
      return;
    }
    entry.endpointId = endpoints.id(entry, remote, connected ? local : null);
    entry.port = Endpoints.port(local);
    connections.asked(entry, stacks.currentId());
    if (connected) {
      connections.established(entry, ConnectionEntry.CONNECTING);
      return;
    }
    entry.scopeId = connections.scopeId();
    if (!entry.compareAndSet(ConnectionEntry.CONNECTING, ConnectionEntry.PENDING)) {
      connections.abandoned(entry);
    }
  }

  ConnectionEntry finishStarted(FileDescriptor fd) {
    ConnectionEntry entry = connections.find(fd);
    if (entry == null || entry.get() == ConnectionEntry.UNCONNECTED) {
      // Begun before the agent came: there is neither a start nor the stack that asked for it.
      entry = connections.findOrCreate(fd);
      entry.startedAt = -1;
      connections.asked(entry, stacks.currentId());
      entry.set(ConnectionEntry.PENDING);
    }
    return entry.compareAndSet(ConnectionEntry.PENDING, ConnectionEntry.FINISHING) ? entry : null;
  }

  void finishEnded(
      ConnectionEntry entry,
      SocketAddress remote,
      SocketAddress local,
      boolean connected,
      Throwable thrown) {
    if (thrown instanceof ClosedChannelException) {
      closedWhilePending(entry);
    } else if (thrown != null) {
      failed(entry, remote, thrown);
    } else if (connected) {
      entry.endpointId = endpoints.id(entry, remote, local);
      entry.port = Endpoints.port(local);
      connections.established(entry, ConnectionEntry.FINISHING);
    } else if (!entry.compareAndSet(ConnectionEntry.FINISHING, ConnectionEntry.PENDING)) {
      connections.abandoned(entry);
    }
  }

  /**
   * A close by another thread ended a finishConnect. An entry without a start may be one that
   * finishConnect made just after that close had told of the same connect.
   */
  private void closedWhilePending(ConnectionEntry entry) {
    connections.forget(entry);
    if (entry.startedAt >= 0) {
      connections.abandoned(entry);
    }
  }

  /** Starts an entry that no descriptor stands for. */
  ConnectionEntry detached() {
    ConnectionEntry entry = new ConnectionEntry(null);
    entry.set(ConnectionEntry.CONNECTING);
    entry.startedAt = connections.now();
    return entry;
  }

  /** A connect on a foreign SocketImpl ended that passed no layer of the JDK's. */
  void detachedEnded(ConnectionEntry entry, SocketAddress remote, Throwable thrown) {
    if (thrown == null) {
      entry.endpointId = endpoints.id(entry, remote, null);
      connections.asked(entry, stacks.currentId());
      connections.established(entry, ConnectionEntry.CONNECTING);
    } else {
      failed(entry, remote, thrown);
    }
  }

  private void failed(ConnectionEntry entry, SocketAddress remote, Throwable thrown) {
    connections.failed(entry, remote, Endpoints.address(remote), Endpoints.port(remote), thrown);
  }

  static boolean isUnresolved(SocketAddress remote) {
    return remote instanceof InetSocketAddress inet && inet.isUnresolved();
  }
}
