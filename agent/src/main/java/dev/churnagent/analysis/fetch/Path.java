package dev.churnagent.analysis.fetch;

import java.util.Arrays;

/**
 * The application's way to a fetch, outermost place first, at least one. Interned by {@link Paths}.
 */
final class Path {
  private final Place[] places;
  private final int hash;

  Path(Place[] places) {
    this.places = places;
    this.hash = Arrays.hashCode(places);
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
            && Arrays.equals(((Path) other).places, places);
  }
}
