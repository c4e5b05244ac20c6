package dev.churnagent.analysis.fetch;

import dev.churnagent.analysis.ChainFindings.Shape;
import java.util.ArrayList;
import java.util.List;

/** How the paths to repeated calls lie to each other: their lowest common caller and its steps. */
final class ChainShape {
  private static final Place THREAD = new Place("java.lang.Thread", "run", null, -1, false);

  final Shape shape;
  final Place root;

  /** In order of time, each method once. */
  final List<Place> steps = new ArrayList<>();

  /** For each step the line in the root that leads to it, or -1. */
  final IntList lines = new IntList();

  /** For each path, as they were given, the place of its step. */
  private final IntList stepOfPath = new IntList();

  private ChainShape(Shape shape, Place root) {
    this.shape = shape;
    this.root = root;
  }

  /**
   * Finds the shape.
   *
   * @param paths different ones, in order of their first call; at least one
   * @param fanOut whether any of the calls was made on another thread than the scope's
   * @param scope the scope's method, or null: the root where the paths share no method
   */
  static ChainShape of(List<Path> paths, boolean fanOut, Place scope) {
    if (fanOut) {
      return steps(paths, handOverDepth(paths), Shape.FAN_OUT, scope);
    }
    if (paths.size() == 1) {
      return loop(paths.get(0));
    }
    List<Path> callers = withoutCommonEnd(paths);
    if (isNested(callers)) {
      return nested(callers);
    }
    int rootDepth = rootDepth(paths);
    ChainShape found = steps(paths, rootDepth, Shape.SEQUENCE, scope);
    return found.steps.size() > 1 ? found : steps(paths, rootDepth, Shape.LOOP, scope);
  }

  private static ChainShape loop(Path path) {
    int last = path.length() - 1;
    int caller = Math.max(0, last - 1);
    ChainShape found = new ChainShape(Shape.LOOP, path.at(caller));
    found.addStep(path.at(last), path.at(caller).line);
    return found;
  }

  /** The root of a fan-out: the lowest common caller, but not beyond where threads part. */
  private static int handOverDepth(List<Path> paths) {
    int depth = paths.size() == 1 ? paths.get(0).length() - 2 : rootDepth(paths);
    for (Path path : paths) {
      depth = path.handOver() >= 0 ? Math.min(depth, path.handOver()) : depth;
    }
    return Math.max(depth, paths.size() == 1 ? 0 : -1);
  }

  /**
   * The paths without what all of them end with: the helper by which everybody fetches says nothing
   * about how its callers lie to each other.
   */
  private static List<Path> withoutCommonEnd(List<Path> paths) {
    int most = Integer.MAX_VALUE;
    int common = 0;
    for (Path path : paths) {
      most = Math.min(most, path.length() - 1);
    }
    while (common < most && endsAlike(paths, common)) {
      common++;
    }
    List<Path> callers = new ArrayList<>(paths.size());
    for (Path path : paths) {
      callers.add(path.without(common));
    }
    return callers;
  }

  private static boolean endsAlike(List<Path> paths, int fromInside) {
    Path first = paths.get(0);
    Place place = first.at(first.length() - 1 - fromInside);
    for (Path path : paths) {
      if (!path.at(path.length() - 1 - fromInside).isSameMethod(place)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the paths grow from each to the next, or as the stack unwinds shrink. */
  private static boolean isNested(List<Path> paths) {
    boolean grow = true;
    boolean shrink = true;
    boolean sameMethods = true;
    for (int i = 1; i < paths.size(); i++) {
      Path before = paths.get(i - 1);
      Path path = paths.get(i);
      grow = grow && path.isExtensionOf(before);
      shrink = shrink && before.isExtensionOf(path);
      sameMethods = sameMethods && path.length() == before.length();
    }
    return !sameMethods && (grow || shrink);
  }

  private static ChainShape nested(List<Path> paths) {
    Path shortest = paths.get(0);
    for (Path path : paths) {
      shortest = path.length() < shortest.length() ? path : shortest;
    }
    int rootDepth = shortest.length() - 1;
    ChainShape found = new ChainShape(Shape.NESTED, shortest.innermost());
    for (Path path : paths) {
      found.addStep(path.innermost(), path.at(rootDepth).line);
    }
    return found;
  }

  /** Depth of the deepest method that all paths share on the same way to it, or -1. */
  private static int rootDepth(List<Path> paths) {
    Path one = paths.get(0);
    int common = one.length();
    for (Path path : paths) {
      common = Math.min(common, one.commonLength(path));
    }
    for (Path path : paths) {
      if (path.length() == common || !path.at(common).isSameMethod(one.at(common))) {
        return common - 1;
      }
    }
    return common;
  }

  private static ChainShape steps(List<Path> paths, int rootDepth, Shape shape, Place scope) {
    Place root = rootDepth >= 0 ? paths.get(0).at(rootDepth) : scope == null ? THREAD : scope;
    ChainShape found = new ChainShape(shape, root);
    for (Path path : paths) {
      int line = rootDepth < 0 ? -1 : path.at(rootDepth).line;
      found.addStep(path.at(Math.min(rootDepth + 1, path.length() - 1)), line);
    }
    return found;
  }

  private void addStep(Place step, int line) {
    int place = 0;
    while (place < steps.size() && !steps.get(place).isSameMethod(step)) {
      place++;
    }
    stepOfPath.add(place);
    if (place == steps.size()) {
      steps.add(step);
      lines.add(line);
    }
  }

  /** The step that a path leads through, by the path's place in the list that was given. */
  int stepOfPath(int path) {
    return stepOfPath.get(path);
  }

  /** What makes two chains the same: shape, root and steps by method, not by line. */
  String key() {
    StringBuilder key = new StringBuilder(shape.word());
    key.append('|').append(root.className).append('#').append(root.method);
    for (Place step : steps) {
      key.append('|').append(step.className).append('#').append(step.method);
    }
    return key.toString();
  }
}
