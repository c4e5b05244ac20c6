package dev.churnagent.recorder.ports;

import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.recorder.KnownEndpoints;
import dev.churnagent.sockets.Addresses;
import dev.churnagent.sockets.Hop;
import dev.churnagent.sockets.HopFinder;
import dev.churnagent.sockets.PeerAddress;
import dev.churnagent.sockets.ProcessSockets;
import dev.churnagent.sockets.SocketOwners;
import dev.churnagent.sockets.SocketRow;
import dev.churnagent.sockets.SocketTable;
import dev.churnagent.sockets.SocketVisitor;
import dev.churnagent.sockets.TcpState;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Linux: finds proxies of this machine before endpoints of the run. Who owns a socket is dear to
 * find out, so this looks only where another program of this machine listens at an endpoint that is
 * not decided, at first at every tenth look, then ever more seldom while nothing comes of it, and
 * never more than a fiftieth of the time.
 */
final class HopLook {
  private static final int FIRST_GAP = 10;
  private static final int LONGEST_GAP = 640;

  private final SocketTable table;
  private final SocketOwners owners = new ProcessSockets();
  private final SocketOwners own;
  private final KnownEndpoints known;
  private final SamplerRecords journal;
  private final long pid;
  private final Set<PeerAddress> decided = new HashSet<>();
  private Map<PeerAddress, Integer> undecided = new HashMap<>();
  private int untilNext;
  private long notBefore = System.nanoTime();
  private int gap = FIRST_GAP;

  HopLook(SocketTable table, KnownEndpoints known, SamplerRecords journal, long pid) {
    this.table = table;
    this.own = ProcessSockets.ofProcess(pid);
    this.known = known;
    this.journal = journal;
    this.pid = pid;
  }

  /** After a look at the table: looks for hops if it is time. */
  void afterLook(TableLook look) throws IOException {
    if (untilNext > 0 || System.nanoTime() - notBefore < 0) {
      untilNext--;
      return;
    }
    int before = undecided.size();
    long start = System.nanoTime();
    look(look);
    long end = System.nanoTime();
    notBefore = end + SocketSampler.COST_FACTOR * (end - start);
    gap = undecided.size() > before ? FIRST_GAP : Math.min(LONGEST_GAP, 2 * gap);
    untilNext = undecided.isEmpty() ? 0 : gap - 1;
  }

  /** Looks for hops now; costs nothing where nobody of this machine listens. */
  void look(TableLook look) throws IOException {
    undecided = undecided(look);
    if (!undecided.isEmpty()) {
      List<SocketRow> rows = rows();
      removeOthersMachines(rows);
      removeOwnListeners(rows);
      if (!undecided.isEmpty()) {
        find(new HopFinder(withOwners(rows)));
      }
    }
  }

  private Map<PeerAddress, Integer> undecided(TableLook look) {
    Map<PeerAddress, Integer> found = new HashMap<>();
    known.forEach(
        new KnownEndpoints.Visitor() {
          @Override
          public void endpoint(int id, InetAddress address, int port) {
            if (look.isListening(port)) {
              byte[] bytes = address.getAddress();
              PeerAddress peer = new PeerAddress(Addresses.high(bytes), Addresses.low(bytes), port);
              if (!decided.contains(peer)) {
                found.putIfAbsent(peer, id);
              }
            }
          }
        });
    return found;
  }

  /** Listeners and connections, with their owner in the place of the process. */
  private List<SocketRow> rows() throws IOException {
    List<SocketRow> rows = new ArrayList<>();
    table.read(
        new SocketVisitor() {
          @Override
          public void socket(
              long localHigh,
              long localLow,
              int localPort,
              long remoteHigh,
              long remoteLow,
              int remotePort,
              TcpState state,
              long owner) {
            if (owner > 0 && (state == TcpState.LISTEN || state.isOfConnection())) {
              rows.add(
                  new SocketRow(
                      new PeerAddress(localHigh, localLow, localPort),
                      new PeerAddress(remoteHigh, remoteLow, remotePort),
                      state,
                      owner));
            }
          }
        });
    return rows;
  }

  /** A far machine may use a port that somebody listens at here, too. */
  private void removeOthersMachines(List<SocketRow> rows) {
    Set<PeerAddress> own = new HashSet<>();
    for (SocketRow row : rows) {
      own.add(new PeerAddress(row.local().high(), row.local().low(), 0));
    }
    Map<PeerAddress, Integer> local = new HashMap<>();
    for (Map.Entry<PeerAddress, Integer> entry : undecided.entrySet()) {
      PeerAddress peer = entry.getKey();
      if (Addresses.isLoopback(peer.high(), peer.low())
          || own.contains(new PeerAddress(peer.high(), peer.low(), 0))) {
        local.put(peer, entry.getValue());
      }
    }
    undecided = local;
  }

  /** A server in the watched process is no proxy; that is cheap to know. */
  private void removeOwnListeners(List<SocketRow> rows) {
    if (undecided.isEmpty()) {
      return;
    }
    own.refresh();
    for (SocketRow row : rows) {
      if (row.state() == TcpState.LISTEN && own.pidOf(row.pid()) > 0) {
        for (PeerAddress peer : new ArrayList<>(undecided.keySet())) {
          if (peer.port() == row.local().port()) {
            undecided.remove(peer);
            decided.add(peer);
          }
        }
      }
    }
  }

  private List<SocketRow> withOwners(List<SocketRow> rows) {
    owners.refresh();
    List<SocketRow> owned = new ArrayList<>();
    for (SocketRow row : rows) {
      long owner = owners.pidOf(row.pid());
      if (owner > 0) {
        owned.add(new SocketRow(row.local(), row.remote(), row.state(), owner));
      }
    }
    return owned;
  }

  private void find(HopFinder finder) {
    for (Map.Entry<PeerAddress, Integer> entry : undecided.entrySet()) {
      int deepest = 0;
      for (Hop hop : finder.hopsBehind(entry.getKey(), pid)) {
        deepest = Math.max(deepest, hop.depth());
      }
      if (deepest > 0) {
        decided.add(entry.getKey());
        // Our own connection, and one more for each process that it goes through.
        journal.append(RecordType.HOPS_FOUND, entry.getValue(), PayloadOutput.hops(1 + deepest));
      }
    }
  }
}
