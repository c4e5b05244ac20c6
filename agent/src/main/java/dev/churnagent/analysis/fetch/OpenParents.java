package dev.churnagent.analysis.fetch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ties HTTP requests to the watched call they were made beneath, whose record comes later: at its
 * end. Memory: one entry for each watched call that has not ended and has such requests; beyond
 * 100,000 the oldest is given up. Of the calls that ended the last 65,536 are known, for requests
 * that outlive theirs.
 */
final class OpenParents {
  private static final int MOST = 100_000;
  private static final int ENDED = 1 << 16;

  private final Map<Integer, Beneath> waiting = new LinkedHashMap<>();
  private final int[] endedCall = new int[ENDED];
  private final Request[] endedRequest = new Request[ENDED];

  /** What is beneath one watched call so far. */
  private static final class Beneath {
    private final Map<Request, Counts> own = new HashMap<>();
    private final Set<String> resources = new LinkedHashSet<>();
    private final List<WriteLog.Write> writes = new ArrayList<>();
  }

  private static final class Counts {
    private long calls;
    private long failures;
    private long connections;
  }

  /**
   * An HTTP request ended that was beneath a watched call.
   *
   * @param write its entry in the log, or null if it was none
   */
  void httpEnded(int parent, Request http, boolean failed, int connections, WriteLog.Write write) {
    int slot = parent & ENDED - 1;
    if (endedRequest[slot] != null && endedCall[slot] == parent) {
      Request watched = endedRequest[slot];
      watched.countBeneath(http, 1);
      watched.reaches(http.url);
      if (write != null) {
        write.isBeneath(watched.id);
      }
      return;
    }
    Beneath beneath = beneath(parent);
    Counts counts = beneath.own.get(http);
    if (counts == null) {
      counts = new Counts();
      beneath.own.put(http, counts);
    }
    counts.calls++;
    counts.failures += failed ? 1 : 0;
    counts.connections += connections;
    beneath.resources.add(http.url);
    if (write != null) {
      beneath.writes.add(write);
    }
  }

  private Beneath beneath(int parent) {
    Beneath beneath = waiting.get(parent);
    if (beneath == null) {
      if (waiting.size() == MOST) {
        giveUp(waiting.remove(waiting.keySet().iterator().next()));
      }
      beneath = new Beneath();
      waiting.put(parent, beneath);
    }
    return beneath;
  }

  /** A watched call ended: what waits for it is its own, and beneath its own parent, too. */
  void watchedEnded(int call, int parent, Request watched) {
    int slot = call & ENDED - 1;
    endedCall[slot] = call;
    endedRequest[slot] = watched;
    Beneath beneath = waiting.remove(call);
    if (beneath == null) {
      return;
    }
    for (Map.Entry<Request, Counts> entry : beneath.own.entrySet()) {
      watched.countBeneath(entry.getKey(), entry.getValue().calls);
    }
    for (String resource : beneath.resources) {
      watched.reaches(resource);
    }
    for (WriteLog.Write write : beneath.writes) {
      write.isBeneath(watched.id);
    }
    if (parent >= 0) {
      Beneath above = beneath(parent);
      above.resources.addAll(beneath.resources);
      above.writes.addAll(beneath.writes);
    }
  }

  /** The run ended: requests whose watched call never did are told on their own. */
  void runEnded() {
    for (Beneath beneath : waiting.values()) {
      giveUp(beneath);
    }
    waiting.clear();
  }

  private static void giveUp(Beneath beneath) {
    for (Map.Entry<Request, Counts> entry : beneath.own.entrySet()) {
      Request http = entry.getKey();
      http.calls += entry.getValue().calls;
      http.failures += entry.getValue().failures;
      http.connections += entry.getValue().connections;
    }
  }
}
