package dev.churnagent.analysis.fetch;

import dev.churnagent.analysis.FrameText;
import dev.churnagent.model.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was found in the units of one run, folded. Grows with different findings only. */
final class Tally {
  final Map<String, ChainSums<Request>> chains = new HashMap<>();
  final Map<Request, Map<String, PollSums>> polls = new HashMap<>();
  final Map<Request, Long> avoidable = new HashMap<>();

  /**
   * The repeats of one request in one unit.
   *
   * @param stepCalls for each step of the shape the calls that came by it
   */
  void chain(ChainShape shape, long[] stepCalls, Repeats repeats, Stretch stretch) {
    Request request = repeats.request;
    ChainSums<Request> sums = sums(shape, request.key.target(), false);
    long calls = repeats.told.size();
    boolean isContinued = false;
    for (Repeats.Last before : repeats.toldBefore) {
      calls += before.wasTold ? 0 : 1;
      isContinued |= before.wasTold;
      sums.answers.add(before.answer);
    }
    sums.addCalls(request, calls);
    sums.addStepCalls(stepCalls);
    sums.occurrences += isContinued ? 0 : 1;
    sums.avoidable += repeats.avoidable;
    sums.avoidableConnections += repeats.avoidableConnections;
    for (int i = 0; i < repeats.told.size(); i++) {
      addAnswer(sums.answers, stretch.calls.get(repeats.told.get(i)));
    }
    if (repeats.avoidable > 0) {
      Long before = avoidable.get(request);
      avoidable.put(request, repeats.avoidable + (before == null ? 0 : before));
    }
  }

  /** A loop over different requests of one target. */
  void manyArguments(
      ChainShape shape, String target, Map<Request, Long> callsByRequest, List<Call> calls) {
    ChainSums<Request> sums = sums(shape, target, true);
    sums.occurrences++;
    for (Map.Entry<Request, Long> entry : callsByRequest.entrySet()) {
      sums.addCalls(entry.getKey(), entry.getValue());
    }
    // One path leads there, so there is one step.
    sums.addStepCalls(new long[] {calls.size()});
    for (Call call : calls) {
      addAnswer(sums.answers, call);
    }
  }

  private ChainSums<Request> sums(ChainShape shape, String target, boolean manyArguments) {
    String key = ChainSums.key(shape, target, manyArguments);
    ChainSums<Request> sums = chains.get(key);
    if (sums == null) {
      sums = new ChainSums<>(shape, target, manyArguments);
      chains.put(key, sums);
    } else {
      sums.keepSmallerLines(shape);
    }
    return sums;
  }

  /** One waiting loop: places {@code from} to before {@code to} of a request's calls. */
  void poll(Repeats repeats, Stretch stretch, int from, int to) {
    Map<String, PollSums> ofRequest = polls.get(repeats.request);
    if (ofRequest == null) {
      ofRequest = new HashMap<>(2);
      polls.put(repeats.request, ofRequest);
    }
    int first = repeats.calls.get(from);
    Place place = stretch.paths[first].innermost();
    String site = FrameText.of(place.className, place.method, place.file, place.line);
    PollSums sums = ofRequest.get(site);
    if (sums == null) {
      sums = new PollSums(site);
      ofRequest.put(site, sums);
    }
    sums.calls += to - from;
    sums.intervals += to - from - 1;
    Call last = stretch.calls.get(repeats.calls.get(to - 1));
    sums.nanos += last.startNanos() - stretch.calls.get(first).startNanos();
    for (int i = from; i < to; i++) {
      addAnswer(sums.answers, stretch.calls.get(repeats.calls.get(i)));
    }
  }

  private static void addAnswer(AnswerSet answers, Call call) {
    if (!call.has(Call.FAILED) && !call.has(Call.UNKNOWN_ANSWER)) {
      answers.add(call.answer());
    }
  }
}
