package dev.churnagent.recorder;

import dev.churnagent.hook.NativeSink;
import dev.churnagent.hook.SocketProbe;
import dev.churnagent.model.FailureKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import jdk.internal.misc.Unsafe;

/**
 * Attempts of a library's own native sockets, known by the number of their descriptor. The same
 * table and the same events as for the JDK's sockets; what the JDK knows of its own, this asks the
 * system for.
 *
 * <p>Only a connect makes such a number a connection: an accepted socket, a file or an event
 * descriptor passes by unseen. The stack and the scope are those of the call that began it.
 */
final class NativeConnects implements NativeSink {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final String UNIX_ADDRESS = ".channel.unix.DomainSocketAddress";

  private final Connections connections;
  private final StackRecorder stacks;
  private final Endpoints endpoints;
  private final Closes closes;
  private final SocketProbe probe;
  private final Faults faults;

  NativeConnects(
      Connections connections,
      StackRecorder stacks,
      Endpoints endpoints,
      Closes closes,
      SocketProbe probe,
      Faults faults) {
    this.connections = connections;
    this.stacks = stacks;
    this.endpoints = endpoints;
    this.closes = closes;
    this.probe = probe;
    this.faults = faults;
  }

  @Override
  public Object connectStarted(int number, Object remote) {
    ConnectionEntry entry = connections.findOrCreate(number);
    return begins(entry, remote) ? entry : null;
  }

  /** Whether this is an attempt to connect a stream; then it is {@code CONNECTING}. */
  private boolean begins(ConnectionEntry entry, Object remote) {
    if (entry.datagram
        || !entry.compareAndSet(ConnectionEntry.UNCONNECTED, ConnectionEntry.CONNECTING)) {
      // Connected or connecting already: the library or the system will reject this call.
      return false;
    }
    if (!setRemote(entry, remote)) {
      entry.set(ConnectionEntry.UNCONNECTED);
      return false;
    }
    connections.asked(entry, stacks.currentId());
    entry.scopeId = connections.scopeId();
    entry.startedAt = connections.now();
    return true;
  }

  /** False if it is no address of a stream socket. */
  private boolean setRemote(ConnectionEntry entry, Object remote) {
    if (remote instanceof InetSocketAddress inet) {
      if (inet.isUnresolved() || !isTcp(entry)) {
        return false;
      }
      entry.requested = inet;
      entry.endpointId = endpoints.id(entry, inet, null);
      return true;
    }
    if (remote instanceof UnixDomainSocketAddress unix) {
      entry.endpointId = endpoints.id(entry, unix, null);
      return true;
    }
    String path = path(remote);
    if (path != null) {
      entry.endpointId = endpoints.unixId(entry, path);
    }
    return path != null;
  }

  private boolean isTcp(ConnectionEntry entry) {
    try {
      probe.noDelay(entry.descriptor);
      return true;
    } catch (IOException e) {
      entry.datagram = true;
      return false;
    }
  }

  /** The path in Netty's own kind of address, read without calling its code; null if it is none. */
  private static String path(Object remote) {
    for (Class<?> type = remote == null ? null : remote.getClass();
        type != null;
        type = type.getSuperclass()) {
      if (type.getName().endsWith(UNIX_ADDRESS)) {
        long field = UNSAFE.objectFieldOffset(type, "socketPath");
        return UNSAFE.getReference(remote, field) instanceof String path ? path : null;
      }
    }
    return null;
  }

  @Override
  public void connectReturned(Object token, boolean connected, Throwable thrown) {
    if (token instanceof ConnectionEntry entry) {
      returned(entry, ConnectionEntry.CONNECTING, connected, thrown);
    }
  }

  private void returned(ConnectionEntry entry, int state, boolean connected, Throwable thrown) {
    if (thrown != null) {
      failed(entry, thrown);
    } else if (connected) {
      established(entry, state);
    } else if (!entry.compareAndSet(state, ConnectionEntry.PENDING)) {
      connections.abandoned(entry);
    }
  }

  @Override
  public Object finishStarted(int number) {
    ConnectionEntry entry = connections.find(number);
    return entry != null && isTaken(entry) ? entry : null;
  }

  private static boolean isTaken(ConnectionEntry entry) {
    return entry.compareAndSet(ConnectionEntry.PENDING, ConnectionEntry.FINISHING);
  }

  @Override
  public void finishEnded(Object token, boolean connected, Throwable thrown) {
    if (token instanceof ConnectionEntry entry) {
      returned(entry, ConnectionEntry.FINISHING, connected, thrown);
    }
  }

  /** Where the library's usual connect took part after all, that one told. */
  @Override
  public void fastOpened(int number, Object remote, boolean connected) {
    ConnectionEntry entry = connections.findOrCreate(number);
    if (begins(entry, remote)) {
      returned(entry, ConnectionEntry.CONNECTING, connected, null);
    }
  }

  @Override
  public void connectSubmitted(int number, Object remote) {
    ConnectionEntry entry = connections.findOrCreate(number);
    if (begins(entry, remote)) {
      entry.set(ConnectionEntry.PENDING);
    }
  }

  @Override
  public void connectCompleted(int number, int result) {
    ConnectionEntry entry = connections.find(number);
    if (entry == null && result == 0) {
      entry = unseen(number);
    }
    if (entry == null || NativeFailures.isUndecided(-result) || !isTaken(entry)) {
      return;
    }
    if (result == 0) {
      established(entry, ConnectionEntry.FINISHING);
    } else {
      failed(entry, null, -result, "connect: error ".concat(Integer.toString(-result)));
    }
  }

  /** Begun before the agent came, or with data in a way that is not known; null if it is no TCP. */
  private ConnectionEntry unseen(int number) {
    ConnectionEntry entry = connections.findOrCreate(number);
    try {
      if (begins(entry, probe.remoteAddress(entry.descriptor))) {
        entry.startedAt = -1;
        entry.set(ConnectionEntry.PENDING);
        return entry;
      }
      return null;
    } catch (IOException e) {
      return null;
    }
  }

  private void established(ConnectionEntry entry, int state) {
    InetSocketAddress local = entry.unix ? null : local(entry);
    if (local != null) {
      entry.port = local.getPort();
      entry.endpointId = endpoints.id(entry, entry.requested, local);
    }
    connections.established(entry, state);
  }

  private InetSocketAddress local(ConnectionEntry entry) {
    try {
      return probe.localAddress(entry.descriptor);
    } catch (IOException e) {
      return null;
    }
  }

  private void failed(ConnectionEntry entry, Throwable thrown) {
    if (ConnectFailures.isRejection(thrown)) {
      entry.set(ConnectionEntry.UNCONNECTED);
    } else {
      failed(entry, thrown, NativeFailures.error(thrown), ConnectFailures.message(thrown));
    }
  }

  private void failed(ConnectionEntry entry, Throwable thrown, int error, String message) {
    InetAddress address = Endpoints.address(entry.requested);
    int port = Endpoints.port(entry.requested);
    boolean bound = NativeFailures.isAboutPorts(thrown, error) && isBound(entry);
    FailureKind kind =
        NativeFailures.kind(
            thrown, error, address, port, bound, Connections.elapsed(entry, connections.now()));
    connections.failed(entry, kind, message);
  }

  /** Whether the program had chosen a local port: a failed connect leaves none otherwise. */
  private boolean isBound(ConnectionEntry entry) {
    InetSocketAddress local = entry.unix ? null : local(entry);
    return local != null && local.getPort() != 0;
  }

  @Override
  public void datagramOpened(int number) {
    connections.findOrCreate(number).datagram = true;
  }

  @Override
  public void closing(int number) {
    ConnectionEntry entry = connections.find(number);
    if (entry != null) {
      closes.closing(entry.descriptor);
    }
  }

  @Override
  public void outputShutDown(int number) {
    ConnectionEntry entry = connections.find(number);
    if (entry != null) {
      closes.outputShutDown(entry.descriptor);
    }
  }

  @Override
  public void lingerSet(int number, int seconds) {
    ConnectionEntry entry =
        seconds == 0 ? connections.findOrCreate(number) : connections.find(number);
    if (entry != null) {
      entry.lingerZero = seconds == 0;
    }
  }

  @Override
  public void hookFailed(Throwable fault) {
    faults.missed(fault);
  }
}
