package dev.churnagent.analysis.ports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Who holds ports, by call site and destination: dense ids for pairs, and columns by these. */
final class PairUse {
  private final PortNumbers ids = new PortNumbers();
  private int[] site = new int[16];
  private int[] destination = new int[16];
  private double[] open = new double[16];
  private double[] timeWait = new double[16];
  private double[] keptOpen = {};
  private double[] keptTimeWait = {};
  private int keptCount;
  private int count;

  /** The id of a pair. */
  int idOf(int site, int destination) {
    // The table's keys are 48 bits: ids of sites are below 2^17 and so is any journal's bound.
    long known = ids.get(destination * 2 + (site >>> 16), site & 0xffff);
    if (known >= 0) {
      return (int) known;
    }
    if (count == open.length) {
      this.site = Arrays.copyOf(this.site, 2 * count);
      this.destination = Arrays.copyOf(this.destination, 2 * count);
      open = Arrays.copyOf(open, 2 * count);
      timeWait = Arrays.copyOf(timeWait, 2 * count);
    }
    this.site[count] = site;
    this.destination[count] = destination;
    ids.put(destination * 2 + (site >>> 16), site & 0xffff, count);
    return count++;
  }

  int destination(int pair) {
    return destination[pair];
  }

  void addOpen(int pair, double change) {
    open[pair] = Math.max(0, open[pair] + change);
  }

  void addTimeWait(int pair, double change) {
    timeWait[pair] = Math.max(0, timeWait[pair] + change);
  }

  /** Remembers who holds ports. */
  void keep() {
    if (keptOpen.length != open.length) {
      keptOpen = new double[open.length];
      keptTimeWait = new double[open.length];
    }
    System.arraycopy(open, 0, keptOpen, 0, count);
    System.arraycopy(timeWait, 0, keptTimeWait, 0, count);
    keptCount = count;
  }

  /** Who held ports when {@link #keep} was called last, most first. */
  List<PortHolder> kept(double[] timeWaitOfDestinations) {
    return holders(keptOpen, keptTimeWait, keptCount, timeWaitOfDestinations);
  }

  /** Who holds ports now, most first. */
  List<PortHolder> holders(double[] timeWaitOfDestinations) {
    return holders(open, timeWait, count, timeWaitOfDestinations);
  }

  /**
   * Where ports are expected to be taken over, a pair's sum still has those that are gone; each
   * destination's does not, and its pairs are taken to have lost alike.
   */
  private List<PortHolder> holders(
      double[] open, double[] timeWait, int count, double[] timeWaitOfDestinations) {
    double[] sums = new double[timeWaitOfDestinations.length];
    for (int i = 0; i < count; i++) {
      sums[destination[i]] += timeWait[i];
    }
    List<PortHolder> holders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int d = destination[i];
      double left = sums[d] == 0 ? 0 : Math.min(1, timeWaitOfDestinations[d] / sums[d]);
      long openNow = Math.round(open[i]);
      long timeWaitNow = Math.round(timeWait[i] * left);
      if (openNow + timeWaitNow > 0) {
        holders.add(new PortHolder(site[i], d, openNow, timeWaitNow));
      }
    }
    sort(holders);
    return holders;
  }

  private static void sort(List<PortHolder> holders) {
    holders.sort(
        new Comparator<>() {
          @Override
          public int compare(PortHolder one, PortHolder other) {
            return Long.compare(other.ports(), one.ports());
          }
        });
  }
}
