package dev.churnagent.analysis.fetch;

import dev.churnagent.analysis.ChainFindings.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chains of the same shape, root, steps and target, added up.
 *
 * @param <R> what stands for a request: one of a run, or the row of all runs
 */
final class ChainSums<R> {
  /** Requests that are told apart for each chain; with more, the most called may be missed. */
  private static final int REQUESTS = 10_000;

  final ChainShape shape;
  final String target;

  /** Whether this is a loop over many arguments: nothing is repeated. */
  final boolean manyArguments;

  final Map<R, Long> callsByRequest = new HashMap<>();
  final AnswerSet answers = new AnswerSet();
  long occurrences;
  long calls;
  long avoidable;
  long avoidableConnections;
  private final long[] stepCalls;
  private List<Step> steps;

  ChainSums(ChainShape shape, String target, boolean manyArguments) {
    this.shape = shape;
    this.target = target;
    this.manyArguments = manyArguments;
    steps = stepsOf(shape);
    stepCalls = new long[steps.size()];
  }

  private static List<Step> stepsOf(ChainShape shape) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < shape.steps.size(); i++) {
      Place step = shape.steps.get(i);
      steps.add(new Step(step.className, step.method, step.file, shape.lines.get(i)));
    }
    return steps;
  }

  static String key(ChainShape shape, String target, boolean manyArguments) {
    return shape.key() + '|' + target + (manyArguments ? "|n+1" : "");
  }

  void addCalls(R request, long count) {
    calls += count;
    addTo(request, count);
  }

  /** Adds to each step the calls that came by it. */
  void addStepCalls(long[] calls) {
    for (int i = 0; i < calls.length; i++) {
      stepCalls[i] += calls[i];
    }
  }

  private void addTo(R request, long count) {
    Long before = callsByRequest.get(request);
    if (before != null || callsByRequest.size() < REQUESTS) {
      callsByRequest.put(request, before == null ? count : before + count);
    }
  }

  /** Adds everything but the requests, which the other names in its own way. */
  void addSums(ChainSums<?> other) {
    occurrences += other.occurrences;
    avoidable += other.avoidable;
    avoidableConnections += other.avoidableConnections;
    answers.addAll(other.answers);
    addStepCalls(other.stepCalls);
    keepSmallerLines(other.shape);
  }

  /** Of the lines that lead to the same steps one set is shown, whatever came first. */
  void keepSmallerLines(ChainShape other) {
    for (int i = 0; i < steps.size(); i++) {
      int difference = Integer.compare(other.lines.get(i), steps.get(i).line());
      if (difference != 0) {
        steps = difference < 0 ? stepsOf(other) : steps;
        return;
      }
    }
  }

  List<Step> steps() {
    return steps;
  }

  /** For each step the calls that came by it. */
  List<Long> stepCalls() {
    List<Long> calls = new ArrayList<>(stepCalls.length);
    for (long count : stepCalls) {
      calls.add(count);
    }
    return calls;
  }
}
