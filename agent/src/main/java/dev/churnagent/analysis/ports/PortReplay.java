package dev.churnagent.analysis.ports;

import java.util.List;

/**
 * Replays connections against one {@link PortProfile}. Calls come in order of time.
 *
 * <p>The model: a connection takes one port from its connect to its close, and if our side closed
 * first without a reset, for TIME_WAIT after it; on each hop of the same machine one more, held as
 * long. What this leaves out is told in {@code docs/ports.md}.
 *
 * <p>Where a connect may take over a port in TIME_WAIT (Linux, loopback), the sockets that are
 * taken over are gone from the table. If the recorded local ports are those of this system, that is
 * known exactly: a port that is opened again was taken over. Otherwise it is expected: Linux looks
 * for a port among those of the range's parity, at a place that is as good as random ({@code
 * __inet_hash_connect}), and takes the first that is free or may be taken over.
 */
public final class PortReplay {
  private final PortProfile profile;
  private final Destinations destinations;
  private final boolean portsAreRecorded;
  private final DestinationUse use = new DestinationUse();
  private final PairUse pairs = new PairUse();
  private final HeldPorts held = new HeldPorts();
  private final PortNumbers holders = new PortNumbers();

  /** Entries before it may be taken over, where their destination allows that. */
  private long reusableUntil;

  /** Over all hops. */
  private final PortTotals total = new PortTotals();

  /** The same if nothing stood in between: what skipping the hops would leave. */
  private final PortTotals direct = new PortTotals();

  /** Whether the most ports so far are taken now, and it is not yet remembered by whom. */
  private boolean isAtPeak;

  private int maxHops = 1;
  private long lastHeldAt = -1;
  private Exhaustion exhaustion;

  /**
   * Creates one.
   *
   * @param portsAreRecorded whether the local ports of the events were handed out by the system of
   *     the profile, at the times of the events
   */
  public PortReplay(PortProfile profile, Destinations destinations, boolean portsAreRecorded) {
    this.profile = profile;
    this.destinations = destinations;
    this.portsAreRecorded = portsAreRecorded;
  }

  /**
   * A connection was established.
   *
   * @param atNanos when, not before the call before
   * @param localPort our port, or 0 if unknown
   * @param weight 1, or how many connections it stands for; then above 0
   */
  public void opened(long atNanos, int destination, int site, int localPort, double weight) {
    advance(atNanos);
    know(destination);
    if (profile.reusesAt(destinations.isLoopback(destination))) {
      takeOver(destination, localPort, weight);
    } else if (portsAreRecorded) {
      release(destination, localPort);
    }
    demand(atNanos, destination, site, weight);
    use.opened(atNanos, destination, weight);
    addOpen(destination, weight);
    pairs.addOpen(pairs.idOf(site, destination), weight);
    notePeaks(atNanos, destination);
  }

  /** An attempt failed because there was no port: it would have taken one. */
  public void foundNoPort(long atNanos, int destination, int site, double weight) {
    advance(atNanos);
    know(destination);
    demand(atNanos, destination, site, weight);
  }

  /**
   * A connection was closed.
   *
   * @param holdsPort whether our side closed first and sent no reset
   * @param weight as when it was opened
   */
  public void closed(
      long atNanos, int destination, int site, int localPort, boolean holdsPort, double weight) {
    advance(atNanos);
    know(destination);
    int pair = pairs.idOf(site, destination);
    if (!holdsPort) {
      keepPeak();
    }
    double closed = use.closed(atNanos, destination, weight);
    addOpen(destination, -closed);
    pairs.addOpen(pair, -closed);
    if (!holdsPort) {
      return;
    }
    lastHeldAt = atNanos;
    use.addTimeWait(destination, weight);
    pairs.addTimeWait(pair, weight);
    addTimeWait(destination, weight);
    long number = held.add(atNanos, pair, localPort, weight);
    if (portsAreRecorded && localPort != 0) {
      holders.put(destination, localPort, number);
    }
    notePeaks(atNanos, destination);
  }

  /** Who holds ports at a time, which is not before the last event's; most first. */
  public List<PortHolder> holdersAt(long atNanos) {
    advance(atNanos);
    return pairs.holders(use.timeWaitNow());
  }

  /**
   * What was found.
   *
   * @param endedAtNanos the end of the last run: what is open then was closed before by the caller
   */
  public PortUse result(long endedAtNanos) {
    return result(endedAtNanos, 1);
  }

  /**
   * What was found in a replay of several programs side by side.
   *
   * @param programs how many: {@link PortUse#sustainableCopies()} counts single ones
   */
  public PortUse result(long endedAtNanos, double programs) {
    keepPeak();
    advance(endedAtNanos);
    double hold = MeanHold.nanos(profile, destinations, use);
    Double rate = hold == 0 ? null : profile.ports() * 1e9 / hold;
    double blocked = total.peakBlocked();
    Long copies =
        blocked == 0 ? null : (long) Math.floor(profile.ports() * programs / blocked + 1e-9);
    return new PortUse(
        profile,
        maxHops,
        total.peakTimeWait(),
        total.peakTimeWaitAt(),
        total.peakPorts(),
        total.peakPortsAt(),
        100 * blocked / profile.ports(),
        exhaustion,
        pairs.kept(use.kept()),
        rate,
        copies,
        direct.peakTimeWait(),
        100 * direct.peakBlocked() / profile.ports(),
        lastHeldAt < 0 ? -1 : profile.freeAtNanos(lastHeldAt),
        new Peaks());
  }

  /** With the hops, which the profile may say. */
  private final class Peaks implements PortUse.DestinationPeaks {
    @Override
    public long timeWait(int destination) {
      return use.timeWait(destination);
    }

    @Override
    public long open(int destination) {
      return use.open(destination);
    }

    @Override
    public long connections(int destination) {
      return destination < use.count() ? Math.round(use.connections(destination)) : 0;
    }

    @Override
    public int hops(int destination) {
      return PortReplay.this.hops(destination);
    }

    @Override
    public int count() {
      return use.count();
    }
  }

  /** What is held now. */
  PortTotals total() {
    return total;
  }

  private void know(int destination) {
    if (use.know(destination)) {
      maxHops = Math.max(maxHops, hops(destination));
    }
  }

  private int hops(int destination) {
    return profile.hopsTo(destinations, destination);
  }

  /** Lets go of what has been in TIME_WAIT for long enough by now. */
  void advance(long atNanos) {
    long reusable = atNanos - PortProfile.REUSE_AFTER_NANOS;
    while (profile.reuse() != PortProfile.Reuse.NEVER
        && reusableUntil < held.next()
        && held.at(reusableUntil) <= reusable) {
      becomeReusable(reusableUntil++);
    }
    while (!held.isEmpty() && profile.freeAtNanos(held.at(held.first())) <= atNanos) {
      expire(held.first());
      held.removeFirst();
      reusableUntil = Math.max(reusableUntil, held.first());
    }
  }

  private void becomeReusable(long number) {
    int destination = pairs.destination(held.pair(number));
    if (profile.reusesAt(destinations.isLoopback(destination))) {
      addReusable(destination, held.weight(number));
      held.setMark(number, use.survival(destination));
    }
  }

  private void expire(long number) {
    int pair = held.pair(number);
    int destination = pairs.destination(pair);
    if (portsAreRecorded && holders.get(destination, held.port(number)) == number) {
      holders.remove(destination, held.port(number));
    }
    boolean wasReusable =
        number < reusableUntil && profile.reusesAt(destinations.isLoopback(destination));
    double left = held.weight(number);
    if (wasReusable && !portsAreRecorded) {
      left *= Math.exp(use.survival(destination) - held.mark(number));
    }
    letGo(destination, left, wasReusable);
    pairs.addTimeWait(pair, -held.weight(number));
  }

  private void letGo(int destination, double weight, boolean wasReusable) {
    keepPeak();
    use.removeTimeWait(destination, weight);
    addTimeWait(destination, -weight);
    if (wasReusable) {
      addReusable(destination, -weight);
    }
  }

  private void addOpen(int destination, double change) {
    total.addOpen(change * hops(destination));
    direct.addOpen(change);
  }

  private void addTimeWait(int destination, double change) {
    total.addTimeWait(change * hops(destination));
    direct.addTimeWait(change);
  }

  private void addReusable(int destination, double change) {
    use.addReusable(destination, change);
    total.addReusable(change * hops(destination));
    direct.addReusable(change);
  }

  private void takeOver(int destination, int localPort, double weight) {
    if (portsAreRecorded) {
      release(destination, localPort);
      return;
    }
    double candidates = Math.max(2, profile.ports() / 2.0);
    double share = Math.min(weight / candidates, 0.5);
    double taken = use.reusable(destination) * share;
    if (taken > 0) {
      keepPeak();
      use.removeTimeWait(destination, taken);
      addTimeWait(destination, -taken);
      addReusable(destination, -taken);
    }
    use.addSurvival(destination, Math.log1p(-share));
  }

  /** The system gave out this port again: it is not in TIME_WAIT any more. */
  private void release(int destination, int localPort) {
    long number = localPort == 0 ? -1 : holders.get(destination, localPort);
    if (number < 0) {
      return;
    }
    holders.remove(destination, localPort);
    boolean wasReusable =
        number < reusableUntil && profile.reusesAt(destinations.isLoopback(destination));
    letGo(destination, held.weight(number), wasReusable);
    pairs.addTimeWait(held.pair(number), -held.weight(number));
    held.release(number);
  }

  private double blocked(int destination) {
    return profile.perDestination() ? use.blocked(destination) : total.blocked();
  }

  private void demand(long atNanos, int destination, int site, double weight) {
    if (exhaustion != null) {
      return;
    }
    double wanted = profile.perDestination() ? weight : weight * hops(destination);
    if (blocked(destination) + wanted > profile.ports() + 1e-6) {
      exhaustion = new Exhaustion(atNanos, site, destination, pairs.holders(use.timeWaitNow()));
    }
  }

  private void notePeaks(long atNanos, int destination) {
    double blocked = blocked(destination);
    isAtPeak |= total.notePeaks(atNanos, blocked);
    direct.notePeaks(atNanos, profile.perDestination() ? blocked : direct.blocked());
  }

  /** Just before ports are let go. */
  private void keepPeak() {
    if (isAtPeak) {
      isAtPeak = false;
      pairs.keep();
      use.keep();
    }
  }
}
