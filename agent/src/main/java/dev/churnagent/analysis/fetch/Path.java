package dev.churnagent.analysis.fetch;

import java.util.Arrays;

/**
 * The application's way to a fetch, outermost place first, at least one. Interned by {@link Paths}.
 */
final class Path {
  private final Place[] places;
  private final int handOver;
  private final int hash;

  /**
   * Makes a path.
   *
   * @param handOver depth of the place that handed the work to the last thread, or -1 if none did
   */
  Path(Place[] places, int handOver) {
    this.places = places;
    this.handOver = handOver;
    this.hash = Arrays.hashCode(places) * 31 + handOver;
  }

  /** Depth of the place that handed the work to the last thread, or -1 if none did. */
  int handOver() {
    return handOver;
  }

  /** Without its innermost places. */
  Path without(int innermost) {
    int length = places.length - innermost;
    return new Path(Arrays.copyOf(places, length), Math.min(handOver, length - 1));
  }

  int length() {
    return places.length;
  }

  Place at(int depth) {
    return places[depth];
  }

  Place innermost() {
    return places[places.length - 1];
  }

  /** How many places from the outermost on, lines included, are the same in both. */
  int commonLength(Path other) {
    int most = Math.min(places.length, other.places.length);
    int common = 0;
    while (common < most && places[common] == other.places[common]) {
      common++;
    }
    return common;
  }

  /** Whether this path goes through the other's innermost method, on the same way to it. */
  boolean isExtensionOf(Path other) {
    int last = other.places.length - 1;
    return places.length > last
        && commonLength(other) >= last
        && places[last].isSameMethod(other.places[last]);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Path
            && ((Path) other).hash == hash
            && ((Path) other).handOver == handOver
            && Arrays.equals(((Path) other).places, places);
  }
}
