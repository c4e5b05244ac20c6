package dev.churnagent.report;

import dev.churnagent.analysis.ChainFindings;
import dev.churnagent.analysis.FetchFindings;
import dev.churnagent.analysis.PollFindings;
import dev.churnagent.analysis.PortFindings;
import dev.churnagent.analysis.RequestFindings;
import dev.churnagent.config.Ignore;
import dev.churnagent.report.Report.Beneath;
import dev.churnagent.report.Report.Chain;
import dev.churnagent.report.Report.Poll;
import dev.churnagent.report.Report.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Makes the report's {@code requests}, {@code chains} and {@code polls}; null without fetches. */
public final class FetchRows {
  private FetchRows() {}

  static List<Request> requests(FetchFindings fetches) {
    if (fetches == null) {
      return null;
    }
    List<Request> rows = new ArrayList<>();
    for (RequestFindings found : fetches.requests()) {
      rows.add(
          new Request(
              found.id(),
              found.kind().word(),
              found.target(),
              found.arguments(),
              found.calls(),
              found.distinctResults(),
              found.failures(),
              found.connections(),
              found.basis().name().toLowerCase(Locale.ROOT),
              found.avoidableCalls(),
              beneath(found)));
    }
    return Collections.unmodifiableList(rows);
  }

  private static List<Beneath> beneath(RequestFindings found) {
    List<Beneath> rows = new ArrayList<>();
    for (RequestFindings.TargetCount count : found.beneath()) {
      rows.add(new Beneath(count.target(), count.calls()));
    }
    return Collections.unmodifiableList(rows);
  }

  static List<Chain> chains(FetchFindings fetches, PortFindings ports, List<Ignore> ignores) {
    if (fetches == null) {
      return null;
    }
    List<Chain> rows = new ArrayList<>();
    for (ChainFindings found : fetches.chains()) {
      rows.add(chain(found, ports));
    }
    return ignoring(rows, ignores);
  }

  private static Chain chain(ChainFindings found, PortFindings ports) {
    Long timeWait = avoidableTimeWait(found, ports);
    double seconds = ports.own().profile().timeWaitNanos() / 1e9;
    List<String> steps = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    for (ChainFindings.Step step : found.steps()) {
      steps.add(step.name());
      lines.add(step.line() < 0 ? null : (Integer) step.line());
    }
    return new Chain(
        found.id(),
        found.shape().word(),
        found.root().name(),
        Collections.unmodifiableList(steps),
        found.requestId(),
        found.occurrences(),
        found.calls(),
        found.distinctResults(),
        found.avoidableCalls(),
        found.avoidableConnections(),
        ChainAdvice.of(found, timeWait, seconds),
        found.target(),
        found.arguments(),
        found.distinctArguments(),
        Collections.unmodifiableList(lines),
        null,
        timeWait,
        found.stepCalls());
  }

  /** By how the connections of the chain's target ended: exact if all of them ended alike. */
  private static Long avoidableTimeWait(ChainFindings found, PortFindings ports) {
    Double share = ports.timeWaitShares().get(found.target());
    return share == null ? null : (Long) Math.round(share * found.avoidableConnections());
  }

  static List<Poll> polls(FetchFindings fetches) {
    if (fetches == null) {
      return null;
    }
    List<Poll> rows = new ArrayList<>();
    for (PollFindings found : fetches.polls()) {
      rows.add(
          new Poll(
              found.requestId(),
              found.site(),
              found.calls(),
              found.distinctResults(),
              found.meanIntervalMillis()));
    }
    return Collections.unmodifiableList(rows);
  }

  /**
   * The same chains, those that the user accepts with the reason.
   *
   * @param chains may be null, and so is the result then
   * @param ignores take the place of those that were in force before
   */
  public static List<Chain> ignoring(List<Chain> chains, List<Ignore> ignores) {
    if (chains == null) {
      return null;
    }
    List<Chain> rows = new ArrayList<>(chains.size());
    for (Chain chain : chains) {
      rows.add(chain.ignoredFor(reason(chain, ignores)));
    }
    return Collections.unmodifiableList(rows);
  }

  private static String reason(Chain chain, List<Ignore> ignores) {
    Ignore ignore = Ignore.first(ignores, chain.target(), chain.root());
    return ignore == null ? null : ignore.reason();
  }
}
