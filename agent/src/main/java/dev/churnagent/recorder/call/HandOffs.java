package dev.churnagent.recorder.call;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The contexts of tasks that were handed over and have not begun: by the task's identity, held
 * weakly, so that a task that is never run takes its context along when it is collected. Each lock
 * covers a few entries and is held for a few steps.
 */
final class HandOffs {
  private static final int STRIPES = 64;
  private static final int BUCKETS = 16;

  private final int maxWaiting;
  private final Stripe[] stripes = new Stripe[STRIPES];
  private final AtomicInteger waiting = new AtomicInteger();

  private static final class Entry extends WeakReference<Object> {
    final int hash;
    HandedContext context;
    Entry next;

    Entry(Object task, int hash, HandedContext context, ReferenceQueue<Object> queue, Entry next) {
      super(task, queue);
      this.hash = hash;
      this.context = context;
      this.next = next;
    }
  }

  private static final class Stripe {
    Entry[] buckets = new Entry[BUCKETS];
    int size;
    final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  }

  HandOffs(int maxWaiting) {
    this.maxWaiting = maxWaiting;
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Stripe();
    }
  }

  /** How many tasks wait, those included that were collected a moment ago. */
  int size() {
    return waiting.get();
  }

  /**
   * Remembers a context; a later one for the same task replaces it.
   *
   * @return false if there are too many already
   */
  boolean put(Object task, HandedContext context) {
    int hash = hash(task);
    Stripe stripe = stripes[hash & STRIPES - 1];
    synchronized (stripe) {
      forgetCollected(stripe);
      Entry known = find(stripe, task, hash);
      if (known != null) {
        known.context = context;
        return true;
      }
      if (waiting.get() >= maxWaiting) {
        return false;
      }
      if (stripe.size >= stripe.buckets.length) {
        grow(stripe);
      }
      int bucket = bucket(stripe, hash);
      stripe.buckets[bucket] =
          new Entry(task, hash, context, stripe.collected, stripe.buckets[bucket]);
      stripe.size++;
      waiting.incrementAndGet();
      return true;
    }
  }

  /** The context of a task that begins, which is then forgotten; null if there is none. */
  HandedContext take(Object task) {
    if (waiting.get() == 0) {
      return null;
    }
    int hash = hash(task);
    Stripe stripe = stripes[hash & STRIPES - 1];
    synchronized (stripe) {
      forgetCollected(stripe);
      Entry entry = find(stripe, task, hash);
      if (entry == null) {
        return null;
      }
      remove(stripe, entry);
      return entry.context;
    }
  }

  private static int hash(Object task) {
    int hash = System.identityHashCode(task);
    return hash ^ hash >>> 16;
  }

  private static int bucket(Stripe stripe, int hash) {
    return hash / STRIPES & stripe.buckets.length - 1;
  }

  private static Entry find(Stripe stripe, Object task, int hash) {
    Entry entry = stripe.buckets[bucket(stripe, hash)];
    while (entry != null && !entry.refersTo(task)) {
      entry = entry.next;
    }
    return entry;
  }

  private void forgetCollected(Stripe stripe) {
    Reference<?> gone = stripe.collected.poll();
    while (gone != null) {
      remove(stripe, (Entry) gone);
      gone = stripe.collected.poll();
    }
  }

  /** Does nothing if it was taken before. */
  private void remove(Stripe stripe, Entry entry) {
    int bucket = bucket(stripe, entry.hash);
    Entry before = null;
    Entry at = stripe.buckets[bucket];
    while (at != null && at != entry) {
      before = at;
      at = at.next;
    }
    if (at == null) {
      return;
    }
    if (before == null) {
      stripe.buckets[bucket] = at.next;
    } else {
      before.next = at.next;
    }
    stripe.size--;
    waiting.decrementAndGet();
  }

  private static void grow(Stripe stripe) {
    Entry[] old = stripe.buckets;
    stripe.buckets = new Entry[old.length * 2];
    for (Entry head : old) {
      Entry entry = head;
      while (entry != null) {
        Entry next = entry.next;
        int bucket = bucket(stripe, entry.hash);
        entry.next = stripe.buckets[bucket];
        stripe.buckets[bucket] = entry;
        entry = next;
      }
    }
  }
}
