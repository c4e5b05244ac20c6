package dev.churnagent.recorder;

import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.Transport;
import java.net.InetAddress;

/**
 * Ids for endpoints. A known one costs a hash and a comparison, without a lock or an allocation; a
 * new one is written to the journal under a lock.
 */
final class EndpointTable implements KnownEndpoints {
  /** Later endpoints share one id: a program that scans addresses must not fill our memory. */
  private static final int MAX_ENDPOINTS = 1 << 16;

  private static final int FIRST_CAPACITY = 256;

  /** Exactly one of address and text is set: text for UNIX paths and unresolved names. */
  private record Key(InetAddress address, int port, String text, String host, InetAddress local) {
    boolean is(InetAddress address, int port, String text, String host, InetAddress local) {
      return this.port == port
          && same(this.address, address)
          && same(this.text, text)
          && same(this.host, host)
          && same(this.local, local);
    }

    /** Identity first: a program that connects again mostly comes with the same objects. */
    private static boolean same(Object one, Object other) {
      return one == other || one != null && one.equals(other);
    }
  }

  private record Slot(Key key, int id) {}

  private final JournalWriter journal;
  private final Faults faults;
  private volatile Slot[] slots = new Slot[FIRST_CAPACITY];

  /** Written under the lock only, after the slots it counts. */
  private volatile int size;

  private boolean overflowed;

  EndpointTable(JournalWriter journal, Faults faults) {
    this.journal = journal;
    this.faults = faults;
  }

  /**
   * The id of an IP endpoint.
   *
   * @param host the name asked for, or null
   * @param local our address, or null if it is not at hand
   */
  int idOf(InetAddress address, int port, String host, InetAddress local) {
    return id(address, port, null, host, local);
  }

  /** The id of a UNIX-domain endpoint ({@code unix:/path}) or an unresolved one (name and port). */
  int idOf(String text) {
    return id(null, 0, text, null, null);
  }

  private int id(InetAddress address, int port, String text, String host, InetAddress local) {
    int hash = hash(address, port, text, host);
    Slot found = find(slots, hash, address, port, text, host, local);
    return found != null ? found.id : define(hash, new Key(address, port, text, host, local));
  }

  private static int hash(InetAddress address, int port, String text, String host) {
    int hash = address == null ? text.hashCode() : address.hashCode() * 31 + port;
    hash = hash * 31 + (host == null ? 0 : host.hashCode());
    return hash ^ hash >>> 16;
  }

  private static Slot find(
      Slot[] slots,
      int hash,
      InetAddress address,
      int port,
      String text,
      String host,
      InetAddress local) {
    int mask = slots.length - 1;
    for (int i = hash & mask; slots[i] != null; i = i + 1 & mask) {
      if (slots[i].key.is(address, port, text, host, local)) {
        return slots[i];
      }
    }
    return null;
  }

  private synchronized int define(int hash, Key key) {
    Slot found = find(slots, hash, key.address, key.port, key.text, key.host, key.local);
    if (found != null) {
      return found.id;
    }
    if (size == MAX_ENDPOINTS) {
      return overflow();
    }
    Endpoint endpoint = endpoint(key);
    journal.appendPayload(RecordType.ENDPOINT_DEFINED, size, PayloadOutput.endpoint(endpoint));
    Slot[] current = slots;
    Slot[] next = size * 2 >= current.length ? grown(current) : current;
    put(next, hash, new Slot(key, size));
    // Writing the volatile field, even with the same array, publishes the slot.
    slots = next;
    int id = size;
    size = id + 1;
    return id;
  }

  @Override
  public int count() {
    return size;
  }

  @Override
  public void forEach(Visitor visitor) {
    for (Slot slot : slots) {
      if (slot != null && slot.key.address != null) {
        visitor.endpoint(slot.id, slot.key.address, slot.key.port);
      }
    }
  }

  private int overflow() {
    if (overflowed) {
      return MAX_ENDPOINTS;
    }
    overflowed = true;
    faults.degraded("more than " + MAX_ENDPOINTS + " different endpoints: the rest is told as one");
    journal.appendPayload(
        RecordType.ENDPOINT_DEFINED,
        MAX_ENDPOINTS,
        PayloadOutput.endpoint(new Endpoint(Transport.TCP, "(other):0", null, null)));
    return MAX_ENDPOINTS;
  }

  private static Endpoint endpoint(Key key) {
    if (key.address == null) {
      boolean unix = key.text.startsWith("unix:");
      return new Endpoint(unix ? Transport.UNIX : Transport.TCP, key.text, null, null);
    }
    String local = key.local == null ? null : key.local.getHostAddress();
    return new Endpoint(Transport.TCP, text(key.address, key.port), key.host, local);
  }

  private static String text(InetAddress address, int port) {
    String numeric = address.getHostAddress();
    return (numeric.indexOf(':') < 0 ? numeric : "[" + shortest(numeric) + "]") + ":" + port;
  }

  /** {@code 0:0:0:0:0:0:0:1} as {@code ::1}: the longest run of zero groups, as RFC 5952 asks. */
  static String shortest(String numeric) {
    int scope = numeric.indexOf('%');
    String[] groups = (scope < 0 ? numeric : numeric.substring(0, scope)).split(":");
    int bestStart = -1;
    int bestLength = 1;
    for (int start = 0; start < groups.length; start++) {
      int end = start;
      while (end < groups.length && groups[end].equals("0")) {
        end++;
      }
      if (end - start > bestLength) {
        bestStart = start;
        bestLength = end - start;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < groups.length; i++) {
      if (i == bestStart) {
        text.append("::");
        i += bestLength - 1;
      } else {
        text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
        text.append(groups[i]);
      }
    }
    return text + (scope < 0 ? "" : numeric.substring(scope));
  }

  private static Slot[] grown(Slot[] old) {
    Slot[] next = new Slot[old.length * 2];
    for (Slot slot : old) {
      if (slot != null) {
        put(next, hash(slot.key.address, slot.key.port, slot.key.text, slot.key.host), slot);
      }
    }
    return next;
  }

  private static void put(Slot[] slots, int hash, Slot slot) {
    int mask = slots.length - 1;
    int i = hash & mask;
    while (slots[i] != null) {
      i = i + 1 & mask;
    }
    slots[i] = slot;
  }
}
