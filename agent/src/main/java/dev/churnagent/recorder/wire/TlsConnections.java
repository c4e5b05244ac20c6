package dev.churnagent.recorder.wire;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The plaintext sides of TLS sockets and engines, which must stay collectable: a program may forget
 * them without a close.
 */
final class TlsConnections {
  /** Weak, by identity. */
  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object owner, ReferenceQueue<Object> queue) {
      super(owner, queue);
      hash = System.identityHashCode(owner);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (other instanceof Wanted wanted) {
        return refersTo(wanted.owner);
      }
      return other == this;
    }
  }

  /** For a look-up, without the cost of a reference. */
  private static final class Wanted {
    private final Object owner;

    Wanted(Object owner) {
      this.owner = owner;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(owner);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key ? key.refersTo(owner) : other == this;
    }
  }

  private final WireConnection.ExchangeListener listener;
  private final ConcurrentHashMap<Object, WireConnection> known = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  TlsConnections(WireConnection.ExchangeListener listener) {
    this.listener = listener;
  }

  WireConnection find(Object owner) {
    Wanted wanted = new Wanted(owner);
    WireConnection found = known.get(wanted);
    return found != null ? found : make(owner, wanted);
  }

  private synchronized WireConnection make(Object owner, Wanted wanted) {
    drop();
    WireConnection found = known.get(wanted);
    if (found == null) {
      found = new WireConnection(listener, true);
      known.put(new Key(owner, collected), found);
    }
    return found;
  }

  /** Its owner is being closed; it stays, and is ignored, until its owner is collected. */
  void closing(Object owner) {
    WireConnection found = known.get(new Wanted(owner));
    if (found != null) {
      found.closed();
    }
  }

  private void drop() {
    for (Object key = collected.poll(); key != null; key = collected.poll()) {
      WireConnection left = known.remove(key);
      if (left != null) {
        left.closed();
      }
    }
  }

  List<WireConnection> all() {
    return new ArrayList<>(known.values());
  }
}
