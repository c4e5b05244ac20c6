package dev.churnagent.analysis.fetch;

import dev.churnagent.model.Call;
import java.util.ArrayList;
import java.util.List;

/**
 * The calls of one request within a stretch, taken in order of their start, and which of them
 * repeat an earlier one.
 *
 * <p>A run of repeats is ended by another answer, by a write of somebody else to the same resource
 * and by a failure (what follows it is a retry). An unknown answer is equal to nothing, but does
 * not end the run. Calls of waiting loops, and calls beneath one that could be avoided itself, are
 * told there: here they only end a run whose answer is no longer theirs.
 */
final class Repeats {
  final Request request;

  /** All calls, as indices in the stretch. */
  final IntList calls = new IntList();

  /** Calls of the ended runs that are worth telling, since the last group was told. */
  final IntList told = new IntList();

  /** The calls of the stretch before that such runs began with. */
  final List<Last> toldBefore = new ArrayList<>(0);

  long avoidable;
  long avoidableConnections;

  private final IntList run = new IntList();
  private Last runBefore;
  private long runAvoidable;
  private long runConnections;
  private boolean hasAnswer;
  private long answer;
  private Call latest;
  private long latestEnd;

  /** How the calls of a request stood at the end of a stretch. */
  static final class Last {
    final Call call;
    final Path path;
    final long answer;

    /** Whether the run it belongs to was told already. */
    final boolean wasTold;

    private Last(Call call, Path path, long answer, boolean wasTold) {
      this.call = call;
      this.path = path;
      this.answer = answer;
      this.wasTold = wasTold;
    }
  }

  Repeats(Request request, Last before) {
    this.request = request;
    if (before != null) {
      runBefore = before;
      latest = before.call;
      latestEnd = before.call.endNanos();
      answer = before.answer;
      hasAnswer = true;
    }
  }

  /** Whether a call comes so late that it belongs to another group. */
  boolean isApart(Call call, long windowNanos) {
    return latest != null && call.startNanos() - latestEnd > windowNanos;
  }

  /** Takes the next call. */
  void next(Stretch stretch, int index, WriteLog writes) {
    Call call = stretch.calls.get(index);
    if (latest != null && writes.isBetween(request, latest.startNanos(), call.startNanos())) {
      endRun();
    }
    latestEnd = latest == null ? call.endNanos() : Math.max(latestEnd, call.endNanos());
    latest = call;
    boolean toldElsewhere = stretch.isBeneathSpared(index) || stretch.polled[index];
    if (call.has(Call.FAILED)) {
      endRun();
    } else if (request.verb == Request.Verb.WRITE) {
      if (!toldElsewhere) {
        addToRun(stretch, index);
      }
    } else if (request.verb == Request.Verb.READ && !call.has(Call.UNKNOWN_ANSWER)) {
      answered(stretch, index, call, toldElsewhere);
    }
  }

  private void answered(Stretch stretch, int index, Call call, boolean toldElsewhere) {
    if (hasAnswer && call.answer() != answer) {
      endRun();
    }
    if (toldElsewhere) {
      return;
    }
    if (hasAnswer && request.usedNetwork(call)) {
      stretch.spare(index);
      runAvoidable++;
      runConnections += call.connections();
    }
    answer = call.answer();
    addToRun(stretch, index);
  }

  private void addToRun(Stretch stretch, int index) {
    stretch.first[index] = !hasAnswer;
    hasAnswer = true;
    run.add(index);
  }

  /** What follows repeats nothing of what was before. */
  void endRun() {
    if (isWorthTelling()) {
      told.addAll(run);
      avoidable += runAvoidable;
      avoidableConnections += runConnections;
      if (runBefore != null) {
        toldBefore.add(runBefore);
      }
    }
    run.clear();
    runBefore = null;
    runAvoidable = 0;
    runConnections = 0;
    hasAnswer = false;
  }

  private boolean isWorthTelling() {
    return request.verb == Request.Verb.WRITE
        ? run.size() + (runBefore == null ? 0 : 1) > 1 && run.size() > 0
        : runAvoidable > 0;
  }

  /** What the next stretch has to know, or null if its calls can repeat nothing. */
  Last last(Stretch stretch) {
    if (!hasAnswer) {
      return null;
    }
    boolean wasTold = isWorthTelling() || runBefore != null && runBefore.wasTold;
    Path path = run.size() == 0 ? runBefore.path : stretch.paths[run.get(run.size() - 1)];
    return new Last(latest, path, answer, wasTold);
  }

  /** The group was told; what follows is another. */
  void forgetTold() {
    told.clear();
    toldBefore.clear();
    avoidable = 0;
    avoidableConnections = 0;
  }
}
