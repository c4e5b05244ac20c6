package dev.churnagent.analysis.fetch;

import dev.churnagent.model.Call;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds loops over one target with other arguments each time (N+1): one path, at least three
 * different requests, and none of them told as a repeat or a waiting loop there.
 */
final class ManyArguments {
  private static final int FEWEST_REQUESTS = 3;

  private final Stretch stretch;
  private final Map<Path, Map<String, OnPath>> found = new LinkedHashMap<>();

  /** The calls of one target on one path. */
  private static final class OnPath {
    private final Path path;
    private final String target;
    private final Map<Request, Long> callsByRequest = new LinkedHashMap<>();
    private final List<Call> calls = new ArrayList<>(0);
    private boolean isTold;

    private OnPath(Path path, String target) {
      this.path = path;
      this.target = target;
    }
  }

  ManyArguments(Stretch stretch) {
    this.stretch = stretch;
  }

  void add(Request request, int index) {
    Call call = stretch.calls.get(index);
    if (request.verb != Request.Verb.READ || !request.usedNetwork(call)) {
      return;
    }
    OnPath onPath = onPath(stretch.paths[index], request.key.target());
    if (stretch.polled[index]) {
      onPath.isTold = true;
    } else if (!call.has(Call.FAILED) && !stretch.isBeneathSpared(index)) {
      Long before = onPath.callsByRequest.get(request);
      onPath.callsByRequest.put(request, before == null ? 1 : before + 1);
      onPath.calls.add(call);
    }
  }

  private OnPath onPath(Path path, String target) {
    Map<String, OnPath> onPath = found.get(path);
    if (onPath == null) {
      onPath = new HashMap<>(2);
      found.put(path, onPath);
    }
    OnPath known = onPath.get(target);
    if (known == null) {
      known = new OnPath(path, target);
      onPath.put(target, known);
    }
    return known;
  }

  /** A chain was found of a request on these paths. */
  void areTold(Request request, Collection<Path> paths) {
    for (Path path : paths) {
      onPath(path, request.key.target()).isTold = true;
    }
  }

  /** Tells those that remain. */
  void tell(Tally tally) {
    for (Map<String, OnPath> ofPath : found.values()) {
      for (OnPath onPath : ofPath.values()) {
        if (!onPath.isTold && onPath.callsByRequest.size() >= FEWEST_REQUESTS) {
          List<Path> one = new ArrayList<>();
          one.add(onPath.path);
          ChainShape shape = ChainShape.of(one, false, null);
          tally.manyArguments(shape, onPath.target, onPath.callsByRequest, onPath.calls);
        }
      }
    }
  }
}
