package dev.churnagent.sockets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out whether a connection goes to a process of this machine that itself connects onward, as
 * a reverse proxy does, and whether that goes on. A pure function of one look at the table: what
 * was not open at that moment is not seen, and TIME_WAIT has no owner.
 */
public final class HopFinder {
  private static final int MOST_HOPS = 4;

  private final List<SocketRow> rows;

  /**
   * Creates one for one look.
   *
   * @param rows all rows with a known process; others do no harm
   */
  public HopFinder(List<SocketRow> rows) {
    this.rows = rows;
  }

  /**
   * The hops behind an endpoint, nearest first; each process once; empty if its far end is not on
   * this machine, is the watched process itself, can't be known, or connects nowhere.
   *
   * @param endpoint where the watched process connects to
   * @param watchedPid the watched process
   */
  public List<Hop> hopsBehind(PeerAddress endpoint, long watchedPid) {
    List<Hop> hops = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    seen.add(watchedPid);
    Set<PeerAddress> targets = new LinkedHashSet<>();
    targets.add(endpoint);
    for (int depth = 1; depth <= MOST_HOPS && !targets.isEmpty(); depth++) {
      Set<PeerAddress> next = new LinkedHashSet<>();
      for (PeerAddress target : targets) {
        addHop(depth, target, seen, hops, next);
      }
      targets = next;
    }
    return hops;
  }

  private void addHop(
      int depth, PeerAddress target, Set<Long> seen, List<Hop> hops, Set<PeerAddress> next) {
    long pid = listenerOf(target);
    if (pid <= 0 || !seen.add(pid)) {
      return;
    }
    List<PeerAddress> onward = outgoing(pid);
    if (!onward.isEmpty()) {
      hops.add(new Hop(depth, target, pid, onward));
      next.addAll(onward);
    }
  }

  /** Who listens at this address of this machine, or 0. */
  private long listenerOf(PeerAddress target) {
    if (!isOfThisMachine(target)) {
      return 0;
    }
    long pid = 0;
    for (SocketRow row : rows) {
      if (row.state() == TcpState.LISTEN && row.local().port() == target.port() && row.pid() > 0) {
        if (sameAddress(row.local(), target)) {
          return row.pid();
        }
        pid = takesAll(row.local(), target) ? row.pid() : pid;
      }
    }
    return pid;
  }

  /** An address of this machine is the local one of some socket, at least of the accepted one. */
  private boolean isOfThisMachine(PeerAddress target) {
    if (Addresses.isLoopback(target.high(), target.low())) {
      return true;
    }
    for (SocketRow row : rows) {
      if (sameAddress(row.local(), target)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameAddress(PeerAddress one, PeerAddress other) {
    return one.low() == other.low() && one.high() == other.high();
  }

  /** {@code ::} takes IPv4, too, unless the program forbade it, which the table does not tell. */
  private static boolean takesAll(PeerAddress listener, PeerAddress target) {
    return Addresses.isAny(listener.high(), listener.low())
        && (listener.low() == 0 || Addresses.isIpv4(target.high(), target.low()));
  }

  private List<PeerAddress> outgoing(long pid) {
    Set<Integer> listening = new HashSet<>();
    for (SocketRow row : rows) {
      if (row.pid() == pid && row.state() == TcpState.LISTEN) {
        listening.add(row.local().port());
      }
    }
    Set<PeerAddress> remotes = new LinkedHashSet<>();
    for (SocketRow row : rows) {
      if (row.pid() == pid
          && row.state().isOfConnection()
          && row.state() != TcpState.SYN_RECEIVED
          && !listening.contains(row.local().port())) {
        remotes.add(row.remote());
      }
    }
    return new ArrayList<>(remotes);
  }
}
