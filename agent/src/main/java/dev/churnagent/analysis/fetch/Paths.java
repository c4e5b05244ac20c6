package dev.churnagent.analysis.fetch;

import dev.churnagent.model.CallStack;
import dev.churnagent.model.WatchedMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the path to a call: the places of its stack, before them those of the stack that handed the
 * work over (and so on), from the scope's own method inwards, without the watched method itself.
 */
final class Paths {
  private static final int CACHED = 100_000;
  private static final int HAND_OVERS = 100;

  private final PlaceFinder finder;
  private final Places interned = new Places();
  private final Place unknown = interned.intern(new Place("(unknown)", null, null, -1, false));
  private final List<Place[]> stacks = new ArrayList<>();
  private final List<Place> sites = new ArrayList<>();
  private final List<Place> methods = new ArrayList<>();
  private int[] originStack = new int[16];
  private int[] originParent = new int[16];
  private int origins;
  private final Map<Path, Path> paths = new HashMap<>();
  private final Map<PathKey, Path> cache = new HashMap<>();

  Paths(PlaceFinder finder) {
    this.finder = finder;
  }

  void stackDefined(int id, CallStack stack) {
    List<Place> found = finder.placesOf(stack);
    Place[] places = new Place[found.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = interned.intern(found.get(i));
    }
    put(stacks, id, places);
    put(sites, id, places.length > 0 ? null : interned.intern(finder.siteOf(stack)));
  }

  void methodDefined(int id, WatchedMethod method) {
    put(methods, id, interned.intern(finder.placeOf(method)));
  }

  void originDefined(int id, int stack, int parent) {
    if (id >= originStack.length) {
      originStack = Arrays.copyOf(originStack, Math.max(id + 1, 2 * originStack.length));
      originParent = Arrays.copyOf(originParent, originStack.length);
    }
    // An origin whose definition was lost must not look like one of stack 0.
    Arrays.fill(originStack, Math.min(origins, id), id, -1);
    Arrays.fill(originParent, Math.min(origins, id), id, -1);
    originStack[id] = stack;
    originParent[id] = parent;
    origins = Math.max(origins, id + 1);
  }

  private static <T> void put(List<T> list, int id, T value) {
    while (list.size() <= id) {
      list.add(null);
    }
    list.set(id, value);
  }

  private static <T> T get(List<T> list, int id) {
    return id >= 0 && id < list.size() ? list.get(id) : null;
  }

  /** The method as a place without a line, or null if it was not defined. */
  Place method(int id) {
    return get(methods, id);
  }

  /**
   * The path of a call.
   *
   * @param watchedMethod the watched method that was called, or -1
   * @param scopeMethod the method of the scope it was made in, or -1
   */
  Path of(int stack, int origin, int watchedMethod, int scopeMethod) {
    PathKey key = new PathKey(stack, origin, watchedMethod, scopeMethod);
    Path known = cache.get(key);
    if (known == null) {
      known = intern(find(stack, origin, watchedMethod, scopeMethod));
      if (cache.size() == CACHED) {
        cache.clear();
      }
      cache.put(key, known);
    }
    return known;
  }

  private Path intern(Path path) {
    Path known = paths.putIfAbsent(path, path);
    return known == null ? path : known;
  }

  private Path find(int stack, int origin, int watchedMethod, int scopeMethod) {
    List<Place> path = new ArrayList<>();
    addHandOvers(origin, path);
    int handedOver = path.size();
    Place[] own = get(stacks, stack);
    if (own != null) {
      add(own, lengthWithout(own, method(watchedMethod)), path);
    }
    Place scope = method(scopeMethod);
    int whole = path.size();
    cutAbove(scope, path);
    int handOver = Math.max(-1, handedOver - 1 - (whole - path.size()));
    if (path.isEmpty()) {
      Place site = get(sites, stack);
      path.add(site != null ? site : scope != null ? scope : unknown);
    }
    return new Path(path.toArray(new Place[0]), handOver);
  }

  private void addHandOvers(int origin, List<Place> path) {
    List<Place[]> stacksInwards = new ArrayList<>();
    int next = origin;
    // A damaged journal might make a circle.
    while (next >= 0 && next < origins && stacksInwards.size() < HAND_OVERS) {
      Place[] places = get(stacks, originStack[next]);
      stacksInwards.add(places == null ? new Place[0] : places);
      next = originParent[next];
    }
    Collections.reverse(stacksInwards);
    for (Place[] places : stacksInwards) {
      add(places, places.length, path);
    }
  }

  /** A lambda directly beneath the method it was written in is that method, at the inner line. */
  private static void add(Place[] places, int count, List<Place> path) {
    for (int i = 0; i < count; i++) {
      int last = path.size() - 1;
      if (last >= 0 && places[i].synthetic && places[i].isSameMethod(path.get(last))) {
        path.set(last, places[i]);
      } else {
        path.add(places[i]);
      }
    }
  }

  /** Bridges and overloads of the watched method, which lead to it, are left out with it. */
  private static int lengthWithout(Place[] places, Place watched) {
    int length = places.length;
    while (watched != null && length > 0 && places[length - 1].isSameMethod(watched)) {
      length--;
    }
    return length;
  }

  private static void cutAbove(Place scope, List<Place> path) {
    for (int i = 0; scope != null && i < path.size(); i++) {
      if (path.get(i).isSameMethod(scope)) {
        path.subList(0, i).clear();
        return;
      }
    }
  }

  /** What a path depends on. */
  private static final class PathKey {
    private final int stack;
    private final int origin;
    private final int watchedMethod;
    private final int scopeMethod;

    private PathKey(int stack, int origin, int watchedMethod, int scopeMethod) {
      this.stack = stack;
      this.origin = origin;
      this.watchedMethod = watchedMethod;
      this.scopeMethod = scopeMethod;
    }

    @Override
    public int hashCode() {
      return ((stack * 31 + origin) * 31 + watchedMethod) * 31 + scopeMethod;
    }

    @Override
    public boolean equals(Object other) {
      if (!(other instanceof PathKey)) {
        return false;
      }
      PathKey that = (PathKey) other;
      return stack == that.stack
          && origin == that.origin
          && watchedMethod == that.watchedMethod
          && scopeMethod == that.scopeMethod;
    }
  }
}
