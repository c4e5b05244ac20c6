package dev.churnagent.recorder;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sockets on a {@code SocketImpl} that a program brought. If such an implementation connects by the
 * JDK's own sockets or channels, they tell; only what none of them saw is told here. There is no
 * descriptor to look at, so who closed first can't be known.
 */
final class CustomSockets {
  /** On the stack of a thread inside such a connect. */
  private static final class Attempt {
    final ConnectionEntry entry;
    final Attempt outer;
    boolean seenBelow;

    Attempt(ConnectionEntry entry, Attempt outer) {
      this.entry = entry;
      this.outer = outer;
    }
  }

  /** A weak key by identity: an application's {@code equals} must not be called. */
  private static final class Key extends WeakReference<Socket> {
    private final int hash;

    Key(Socket socket, ReferenceQueue<Socket> queue) {
      super(socket, queue);
      hash = System.identityHashCode(socket);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return other == this || other instanceof Key key && get() != null && get() == key.get();
    }
  }

  private final Connects connects;
  private final Closes closes;
  private final ThreadLocal<Attempt> attempts = new ThreadLocal<>();
  private final ConcurrentHashMap<Key, ConnectionEntry> open = new ConcurrentHashMap<>();
  private final ReferenceQueue<Socket> collected = new ReferenceQueue<>();

  /** Spares everybody else the thread-local: how many threads are inside such a connect. */
  private final AtomicInteger inside = new AtomicInteger();

  CustomSockets(Connects connects, Closes closes) {
    this.connects = connects;
    this.closes = closes;
  }

  Object connectStarted() {
    Attempt attempt = new Attempt(connects.detached(), attempts.get());
    attempts.set(attempt);
    inside.incrementAndGet();
    return attempt;
  }

  /** An attempt was just told by a layer of the JDK's. */
  void told() {
    if (inside.get() > 0) {
      Attempt attempt = attempts.get();
      if (attempt != null) {
        attempt.seenBelow = true;
      }
    }
  }

  void connectEnded(Object token, Socket socket, SocketAddress remote, Throwable thrown) {
    if (!(token instanceof Attempt attempt)) {
      return;
    }
    inside.decrementAndGet();
    if (attempt.outer == null) {
      attempts.remove();
    } else {
      attempts.set(attempt.outer);
    }
    if (attempt.seenBelow) {
      return;
    }
    drop();
    connects.detachedEnded(attempt.entry, remote, thrown);
    if (thrown == null) {
      open.put(new Key(socket, collected), attempt.entry);
    }
  }

  void closing(Socket socket) {
    if (!open.isEmpty()) {
      ConnectionEntry entry = open.remove(new Key(socket, null));
      if (entry != null) {
        closes.detachedClosed(entry);
      }
    }
  }

  private void drop() {
    for (Object key = collected.poll(); key != null; key = collected.poll()) {
      ConnectionEntry entry = open.remove((Key) key);
      if (entry != null) {
        closes.detachedClosed(entry);
      }
    }
  }
}
