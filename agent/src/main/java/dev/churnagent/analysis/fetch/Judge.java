package dev.churnagent.analysis.fetch;

import dev.churnagent.model.Call;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges the calls of units: first the waiting loops, then repeats, then many arguments. */
final class Judge {
  private final List<Request> requests;
  private final Paths paths;
  private final WriteLog writes;

  Judge(List<Request> requests, Paths paths, WriteLog writes) {
    this.requests = requests;
    this.paths = paths;
    this.writes = writes;
  }

  /**
   * Judges a unit's calls, which may be only the first of it.
   *
   * @param calls of the unit, not empty; the list is sorted in place
   * @param goesOn whether more calls of the unit may follow
   */
  void judge(Unit unit, List<Call> calls, boolean goesOn, Tally tally) {
    Stretch stretch = new Stretch(unit, calls);
    Map<Integer, Repeats> byRequest = byRequest(stretch);
    PollFinder polls = new PollFinder(stretch, tally);
    for (Repeats repeats : byRequest.values()) {
      polls.find(repeats);
    }
    ManyArguments many = new ManyArguments(stretch);
    for (int i = 0; i < calls.size(); i++) {
      Repeats repeats = byRequest.get(calls.get(i).requestId());
      if (repeats.isApart(calls.get(i), unit.windowNanos)) {
        end(repeats, stretch, many, tally);
      }
      repeats.next(stretch, i, writes);
      many.add(repeats.request, i);
    }
    Map<Integer, Repeats.Last> lasts = new HashMap<>(0);
    for (Repeats repeats : byRequest.values()) {
      Repeats.Last last = goesOn ? repeats.last(stretch) : null;
      if (last != null) {
        lasts.put(repeats.request.id, last);
      }
      end(repeats, stretch, many, tally);
    }
    unit.lastOfStretchBefore = lasts;
    many.tell(tally);
  }

  private Map<Integer, Repeats> byRequest(Stretch stretch) {
    Map<Integer, Repeats> byRequest = new LinkedHashMap<>();
    Unit unit = stretch.unit;
    for (int i = 0; i < stretch.calls.size(); i++) {
      Call call = stretch.calls.get(i);
      Repeats repeats = byRequest.get(call.requestId());
      if (repeats == null) {
        Request request = requests.get(call.requestId());
        repeats = new Repeats(request, unit.lastOfStretchBefore.get(request.id));
        byRequest.put(request.id, repeats);
      }
      repeats.calls.add(i);
      int watched = repeats.request.key.methodId();
      stretch.paths[i] = paths.of(call.stackId(), call.originId(), watched, unit.methodId);
    }
    return byRequest;
  }

  /** The group of one request is complete. */
  private void end(Repeats repeats, Stretch stretch, ManyArguments many, Tally tally) {
    repeats.endRun();
    if (repeats.told.size() > 0) {
      Collection<Path> told = pathsOf(repeats, stretch);
      boolean fanOut = reachesAnotherThread(repeats, stretch);
      Place scope = paths.method(stretch.unit.methodId);
      List<Path> paths = new ArrayList<>(told);
      ChainShape shape = ChainShape.of(paths, fanOut, scope);
      tally.chain(shape, stepCalls(shape, paths, repeats, stretch), repeats, stretch);
      many.areTold(repeats.request, told);
      repeats.forgetTold();
    }
  }

  /** How many of the calls came by each step; a cache hit on a way of its own by none. */
  private static long[] stepCalls(
      ChainShape shape, List<Path> paths, Repeats repeats, Stretch stretch) {
    Map<Path, Integer> stepOfPath = new HashMap<>();
    for (int i = 0; i < paths.size(); i++) {
      stepOfPath.put(paths.get(i), shape.stepOfPath(i));
    }
    long[] calls = new long[shape.steps.size()];
    for (Repeats.Last before : repeats.toldBefore) {
      calls[stepOfPath.get(before.path)] += before.wasTold ? 0 : 1;
    }
    for (int i = 0; i < repeats.told.size(); i++) {
      Integer step = stepOfPath.get(stretch.paths[repeats.told.get(i)]);
      if (step != null) {
        calls[step]++;
      }
    }
    return calls;
  }

  /** The different paths in order of time; a cache hit is on its way to nowhere. */
  private static Collection<Path> pathsOf(Repeats repeats, Stretch stretch) {
    Set<Path> told = new LinkedHashSet<>();
    for (Repeats.Last before : repeats.toldBefore) {
      told.add(before.path);
    }
    for (int i = 0; i < repeats.told.size(); i++) {
      int index = repeats.told.get(i);
      if (stretch.first[index] || repeats.request.usedNetwork(stretch.calls.get(index))) {
        told.add(stretch.paths[index]);
      }
    }
    return told;
  }

  private static boolean reachesAnotherThread(Repeats repeats, Stretch stretch) {
    int own = stretch.unit.threadId;
    for (int i = 0; own >= 0 && i < repeats.told.size(); i++) {
      if (stretch.calls.get(repeats.told.get(i)).threadId() != own) {
        return true;
      }
    }
    return false;
  }
}
