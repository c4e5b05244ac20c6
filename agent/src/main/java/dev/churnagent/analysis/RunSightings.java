package dev.churnagent.analysis;

import dev.churnagent.model.ClosedFirst;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Matches the TIME_WAIT sockets that the system's table showed with the connections of one run, by
 * remote address and local port, and tells of changes at each look.
 *
 * <p>Works in the journal's order: a connect's record always stands there before a look that could
 * show the port. The program's host name and our own address make no difference, as the table knows
 * neither. A connection whose local port is not known can't be matched and is told as unexplained.
 */
final class RunSightings {
  private static final int UNKNOWN = -1;

  private final Definitions definitions;
  private final UnexplainedTimeWait unexplained;
  private final Map<String, Integer> ids = new HashMap<>();
  private final PortUses uses = new PortUses();

  /** Changes since the last look, and all that was told so far, by site and endpoint. */
  private final PairCounts changes = new PairCounts();

  private final PairCounts told = new PairCounts();

  private int[] addressOfEndpoint = {};
  private String[] addresses = new String[8];

  /** Sockets that are not of this run, by address. */
  private int[] strangers = new int[8];

  /** Ports that were opened again while the last look had them in TIME_WAIT, and when. */
  private long[] reopened = new long[64];

  private long[] reopenedAt = new long[64];
  private int reopenedCount;

  /** Creates one for one run; unexplained sockets are told at each look. */
  RunSightings(Definitions definitions, UnexplainedTimeWait unexplained) {
    this.definitions = definitions;
    this.unexplained = unexplained;
  }

  void established(long at, int site, int endpoint, int port) {
    if (port == 0) {
      return;
    }
    long key = PortUses.key(address(endpoint), port);
    uses.opened(at, key, site, endpoint);
    if (uses.shownSite(key) != PortUses.NOBODY) {
      // Taken over while in TIME_WAIT. The next look may find it there again and tell no change.
      if (reopenedCount == reopened.length) {
        reopened = Arrays.copyOf(reopened, 2 * reopenedCount);
        reopenedAt = Arrays.copyOf(reopenedAt, 2 * reopenedCount);
      }
      reopened[reopenedCount] = key;
      reopenedAt[reopenedCount++] = at;
    }
  }

  void closed(long at, int endpoint, int port, ClosedFirst closedFirst) {
    if (port == 0) {
      return;
    }
    long key = PortUses.key(address(endpoint), port);
    if (closedFirst == ClosedFirst.LOCAL || closedFirst == ClosedFirst.UNKNOWN) {
      uses.closed(at, key);
    } else {
      uses.freed(key);
    }
  }

  void sampled(long at, int endpoint, int[] appeared, int[] gone) {
    int address = address(endpoint);
    for (int port : gone) {
      long key = PortUses.key(address, port);
      count(key, address, -1);
      uses.gone(at, key);
    }
    for (int port : appeared) {
      long key = PortUses.key(address, port);
      if (uses.shownSite(key) == PortUses.NOBODY) {
        uses.shown(at, key);
        count(key, address, 1);
      }
    }
  }

  private void count(long key, int address, int change) {
    int site = uses.shownSite(key);
    if (site == PortUses.STRANGER) {
      strangers[address] += change;
    } else if (site != PortUses.NOBODY) {
      changes.add(site, uses.shownEndpoint(key), change);
    }
  }

  /** The look is over: hands on what changed, and that there was a look. */
  void tableRead(long at, String[] others, int[] counts, ReorderBuffer buffer) {
    giveToLastUsers(at);
    changes.drain(
        new PairCounts.Visitor() {
          @Override
          public void pair(int site, int endpoint, long count) {
            told.add(site, endpoint, (int) count);
            buffer.add(at, EventSink.TIME_WAIT_SEEN, 0, site, endpoint, 0, count);
          }
        });
    buffer.add(at, EventSink.TABLE_READ, 0, 0, 0, 0, 0);
    for (int i = 0; i < ids.size(); i++) {
      unexplained.seen(addresses[i], strangers[i]);
    }
    for (int i = 0; i < others.length; i++) {
      unexplained.seen(others[i], counts[i]);
    }
  }

  private void giveToLastUsers(long at) {
    int later = 0;
    for (int i = 0; i < reopenedCount; i++) {
      long key = reopened[i];
      if (reopenedAt[i] >= at) {
        reopened[later] = key;
        reopenedAt[later++] = reopenedAt[i];
      } else if (uses.shownSite(key) != PortUses.NOBODY) {
        int address = (int) (key >>> 16);
        count(key, address, -1);
        uses.shown(at, key);
        count(key, address, 1);
      }
    }
    reopenedCount = later;
  }

  /** Takes back what was seen last: nobody looks any more. */
  void ended(long at, EventSink sink) {
    told.drain(
        new PairCounts.Visitor() {
          @Override
          public void pair(int site, int endpoint, long count) {
            sink.event(at, EventSink.TIME_WAIT_SEEN, 0, site, endpoint, 0, -count);
          }
        });
  }

  private int address(int endpoint) {
    if (endpoint >= addressOfEndpoint.length) {
      int old = addressOfEndpoint.length;
      addressOfEndpoint = Arrays.copyOf(addressOfEndpoint, Math.max(endpoint + 1, 2 * old));
      Arrays.fill(addressOfEndpoint, old, addressOfEndpoint.length, UNKNOWN);
    }
    if (addressOfEndpoint[endpoint] == UNKNOWN) {
      addressOfEndpoint[endpoint] = idOf(definitions.endpoint(endpoint).address());
    }
    return addressOfEndpoint[endpoint];
  }

  private int idOf(String address) {
    Integer known = ids.putIfAbsent(address, ids.size());
    if (known != null) {
      return known;
    }
    int id = ids.size() - 1;
    if (id == addresses.length) {
      addresses = Arrays.copyOf(addresses, 2 * id);
      strangers = Arrays.copyOf(strangers, 2 * id);
    }
    addresses[id] = address;
    return id;
  }
}
