package dev.churnagent.recorder;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The open sockets by descriptor number. A number dies with its socket and is the only thing that
 * every way of closing has in hand (also the Cleaner, when the socket is gone). Lock-free: a page
 * of references for each 1024 numbers.
 *
 * <p>A number can be taken by another socket as soon as it is closed; entries are therefore only
 * removed together with the {@link java.io.FileDescriptor} they belong to.
 */
final class DescriptorTable {
  private static final int PAGE_SHIFT = 10;
  private static final int PAGE_LENGTH = 1 << PAGE_SHIFT;
  private static final int PAGES = 4096;

  private final AtomicReferenceArray<AtomicReferenceArray<ConnectionEntry>> pages =
      new AtomicReferenceArray<>(PAGES);

  /** For numbers beyond the pages, which only Windows's handles could reach. */
  private final ConcurrentHashMap<Integer, ConnectionEntry> others = new ConcurrentHashMap<>();

  ConnectionEntry get(int number) {
    int page = number >>> PAGE_SHIFT;
    if (page >= PAGES) {
      return others.get(number);
    }
    AtomicReferenceArray<ConnectionEntry> entries = pages.get(page);
    return entries == null ? null : entries.get(number & PAGE_LENGTH - 1);
  }

  /** Puts an entry, and returns what stood there. */
  ConnectionEntry put(int number, ConnectionEntry entry) {
    int page = number >>> PAGE_SHIFT;
    if (page >= PAGES) {
      return others.put(number, entry);
    }
    AtomicReferenceArray<ConnectionEntry> entries = pages.get(page);
    if (entries == null) {
      pages.compareAndSet(page, null, new AtomicReferenceArray<>(PAGE_LENGTH));
      entries = pages.get(page);
    }
    return entries.getAndSet(number & PAGE_LENGTH - 1, entry);
  }

  /** Removes this entry if it still stands there. */
  boolean remove(int number, ConnectionEntry entry) {
    int page = number >>> PAGE_SHIFT;
    if (page >= PAGES) {
      return others.remove(number, entry);
    }
    AtomicReferenceArray<ConnectionEntry> entries = pages.get(page);
    return entries != null && entries.compareAndSet(number & PAGE_LENGTH - 1, entry, null);
  }

  /** Every entry, each at some moment during the call. */
  List<ConnectionEntry> all() {
    List<ConnectionEntry> all = new ArrayList<>(others.values());
    for (int page = 0; page < PAGES; page++) {
      AtomicReferenceArray<ConnectionEntry> entries = pages.get(page);
      for (int i = 0; entries != null && i < PAGE_LENGTH; i++) {
        ConnectionEntry entry = entries.get(i);
        if (entry != null) {
          all.add(entry);
        }
      }
    }
    return all;
  }
}
