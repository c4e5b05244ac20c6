package dev.churnagent.analysis;

import dev.churnagent.model.KeyBasis;
import dev.churnagent.model.RequestKind;
import java.util.List;

/**
 * One request, of all runs.
 *
 * @param id stable: the same target and arguments have it in every run
 * @param kind never null
 * @param target as in {@link dev.churnagent.model.RequestKey}
 * @param arguments as in {@link dev.churnagent.model.RequestKey}
 * @param basis what the identity of the arguments rests on
 * @param calls all calls; of HTTP those that are beneath no watched call
 * @param distinctResults different known answers among the calls that did not fail
 * @param failures calls that failed
 * @param connections connections opened for the calls
 * @param avoidableCalls those that one fetch could have spared
 * @param beneath of a watched method: the HTTP requests that its calls made, most first
 */
public record RequestFindings(
    String id,
    RequestKind kind,
    String target,
    String arguments,
    KeyBasis basis,
    long calls,
    long distinctResults,
    long failures,
    long connections,
    long avoidableCalls,
    List<TargetCount> beneath) {

  /** HTTP requests of one target. */
  public record TargetCount(String target, long calls) {}
}
