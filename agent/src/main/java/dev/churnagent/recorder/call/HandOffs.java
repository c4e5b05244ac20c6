package dev.churnagent.recorder.call;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The contexts of tasks that were handed over: by the task's identity, held weakly, so that a task
 * that is never run takes its context along when it is collected. Each lock covers a few entries
 * and is held for a few steps.
 *
 * <p>A context that waits goes with one run of its task; the same object may be handed over many
 * times, and its contexts go with its runs in that order. One that stays goes with every run, for
 * as long as the task lives.
 */
final class HandOffs {
  private static final int STRIPES = 64;
  private static final int BUCKETS = 16;

  private final int maxWaiting;
  private final Stripe[] stripes = new Stripe[STRIPES];
  private final AtomicInteger waiting = new AtomicInteger();

  /** Contexts of the same task, the first hand-off first. */
  private static final class More {
    final HandedContext context;
    int times = 1;
    More previous;
    More next;

    More(HandedContext context) {
      this.context = context;
    }
  }

  private static final class Entry extends WeakReference<Object> {
    final int hash;
    final HandedContext context;
    final boolean stays;

    /** How many runs {@link #context} goes with. */
    int times = 1;

    /** Those after it, first and last, or null; most tasks are handed over once. */
    More more;

    More last;

    /** Whether the last of them may have been given back without a run. */
    boolean isLastDoubtful;

    /** How many contexts it holds, equal ones that follow each other as one. */
    int held = 1;

    Entry next;

    Entry(Object task, int hash, HandedContext context, boolean stays, Stripe stripe) {
      super(task, stripe.collected);
      this.hash = hash;
      this.context = context;
      this.stays = stays;
    }

    /** The context of the next run, which then no longer waits. */
    HandedContext take() {
      if (times > 0) {
        held -= --times == 0 ? 1 : 0;
        return context;
      }
      HandedContext taken = more.context;
      if (--more.times == 0) {
        more = more.next;
        held--;
        if (more != null) {
          more.previous = null;
        }
      }
      return taken;
    }

    void add(HandedContext added) {
      if (isLastDoubtful) {
        isLastDoubtful = false;
        dropLast();
      }
      if (more == null && context.isSame(added)) {
        held += times++ == 0 ? 1 : 0;
      } else if (more != null && last.context.isSame(added)) {
        last.times++;
      } else {
        More one = new More(added);
        if (more == null) {
          more = one;
        } else {
          last.next = one;
          one.previous = last;
        }
        last = one;
        held++;
      }
    }

    /** The last hand-off counts no more. */
    private void dropLast() {
      if (more == null) {
        held -= times > 0 && --times == 0 ? 1 : 0;
      } else if (--last.times == 0) {
        last = last.previous;
        held--;
        if (last == null) {
          more = null;
        } else {
          last.next = null;
        }
      }
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

  /** How many contexts are kept, those included whose task was collected a moment ago. */
  int size() {
    return waiting.get();
  }

  /**
   * Remembers a context for one more run of a task. One that stays is not replaced.
   *
   * @return false if there are too many already
   */
  boolean put(Object task, HandedContext context) {
    return put(task, context, false);
  }

  /**
   * Remembers a context for every run of a task; the first one counts.
   *
   * @return false if there are too many already
   */
  boolean putToStay(Object task, HandedContext context) {
    return put(task, context, true);
  }

  private boolean put(Object task, HandedContext context, boolean stays) {
    int hash = hash(task);
    Stripe stripe = stripes[hash & STRIPES - 1];
    synchronized (stripe) {
      forgetCollected(stripe);
      Entry known = find(stripe, task, hash);
      if (known != null && known.stays) {
        return true;
      }
      if (waiting.get() >= maxWaiting) {
        return false;
      }
      if (known != null && !stays) {
        int before = known.held;
        known.add(context);
        waiting.addAndGet(known.held - before);
        return true;
      }
      if (known != null) {
        remove(stripe, known);
      }
      add(stripe, new Entry(task, hash, context, stays, stripe));
      return true;
    }
  }

  private void add(Stripe stripe, Entry entry) {
    if (stripe.size >= stripe.buckets.length) {
      grow(stripe);
    }
    int bucket = bucket(stripe, entry.hash);
    entry.next = stripe.buckets[bucket];
    stripe.buckets[bucket] = entry;
    stripe.size++;
    waiting.addAndGet(entry.held);
  }

  /** The context of a task that begins; null if there is none. */
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
      if (entry.stays) {
        return entry.context;
      }
      int before = entry.held;
      HandedContext taken = entry.take();
      waiting.addAndGet(entry.held - before);
      if (entry.held == 0) {
        remove(stripe, entry);
      }
      return taken;
    }
  }

  /**
   * The last hand-off of a task may lead to no run: its context goes where the task is handed over
   * once more.
   */
  void doubtLast(Object task) {
    int hash = hash(task);
    Stripe stripe = stripes[hash & STRIPES - 1];
    synchronized (stripe) {
      Entry entry = find(stripe, task, hash);
      if (entry != null && !entry.stays) {
        entry.isLastDoubtful = true;
      }
    }
  }

  /** Forgets what is kept for a task. */
  void forget(Object task) {
    int hash = hash(task);
    Stripe stripe = stripes[hash & STRIPES - 1];
    synchronized (stripe) {
      Entry entry = find(stripe, task, hash);
      if (entry != null) {
        remove(stripe, entry);
      }
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
    while (entry != null && !(entry.hash == hash && entry.refersTo(task))) {
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
    waiting.addAndGet(-entry.held);
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
