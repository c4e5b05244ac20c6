package dev.churnagent.analysis.fetch;

import dev.churnagent.analysis.FetchFindings;
import dev.churnagent.model.WatchedMethod;
import dev.churnagent.model.Watching;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What all runs of one report say of fetches. Safe for use by the threads that read several
 * recordings at once; every sum is the same in whatever order they end.
 */
public final class FetchTotals {
  private final Map<String, RequestRow> rows = new HashMap<>();
  private final Map<String, ChainSums<RequestRow>> chains = new HashMap<>();
  private final Map<RequestRow, Map<String, PollSums>> polls = new HashMap<>();
  private final Patterns watch = new Patterns("watch", false);
  private final Patterns scope = new Patterns("scope", true);
  private boolean wasWatching;
  private long unreadable;

  /** Takes one run. */
  synchronized void add(
      Watching watching,
      List<WatchedMethod> methods,
      List<Request> requests,
      Tally tally,
      long unreadableCalls) {
    if (watching != null && (watching.http() || !watching.watch().isEmpty())) {
      wasWatching = true;
      watch.add(watching, methods);
      scope.add(watching, methods);
    }
    unreadable += unreadableCalls;
    for (Request request : requests) {
      if (request != null && request.calls > 0) {
        Long avoidable = tally.avoidable.get(request);
        row(request).add(request, avoidable == null ? 0 : avoidable);
      }
    }
    addChains(tally);
    addPolls(tally);
  }

  private RequestRow row(Request request) {
    String key = RequestRow.keyOf(request.key);
    RequestRow row = rows.get(key);
    if (row == null) {
      row = new RequestRow(request.key);
      rows.put(key, row);
    }
    return row;
  }

  private void addChains(Tally tally) {
    for (Map.Entry<String, ChainSums<Request>> entry : tally.chains.entrySet()) {
      ChainSums<Request> sums = entry.getValue();
      ChainSums<RequestRow> total = chains.get(entry.getKey());
      if (total == null) {
        total = new ChainSums<>(sums.shape, sums.target, sums.manyArguments);
        chains.put(entry.getKey(), total);
      }
      total.addSums(sums);
      for (Map.Entry<Request, Long> calls : sums.callsByRequest.entrySet()) {
        total.addCalls(row(calls.getKey()), calls.getValue());
      }
    }
  }

  private void addPolls(Tally tally) {
    for (Map.Entry<Request, Map<String, PollSums>> entry : tally.polls.entrySet()) {
      RequestRow row = row(entry.getKey());
      Map<String, PollSums> ofRow = polls.get(row);
      if (ofRow == null) {
        ofRow = new HashMap<>(2);
        polls.put(row, ofRow);
      }
      for (PollSums sums : entry.getValue().values()) {
        PollSums total = ofRow.get(sums.site);
        if (total == null) {
          total = new PollSums(sums.site);
          ofRow.put(sums.site, total);
        }
        total.addAll(sums);
      }
    }
  }

  /** What was found, or null if no run recorded fetches. */
  public synchronized FetchFindings findings() {
    if (!wasWatching) {
      return null;
    }
    FetchFindingsBuilder builder = new FetchFindingsBuilder(rows.values(), chains, polls);
    List<String> degraded = watch.unmatched();
    degraded.addAll(scope.unmatched());
    if (unreadable > 0) {
      degraded.add(unreadable + " calls refer to a request that could not be read");
    }
    return builder.build(degraded);
  }
}
