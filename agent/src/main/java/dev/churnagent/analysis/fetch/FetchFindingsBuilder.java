package dev.churnagent.analysis.fetch;

import dev.churnagent.analysis.ChainFindings;
import dev.churnagent.analysis.FetchFindings;
import dev.churnagent.analysis.PollFindings;
import dev.churnagent.analysis.RequestFindings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the values out of the totals, in an order that depends on nothing but them. */
final class FetchFindingsBuilder {
  private static final int MOST = 10_000;

  /** Begins a line about what limits don't need: the run is not incomplete for it. */
  private static final String NOTE = "note: ";

  private final List<RequestRow> rows;
  private final Map<String, ChainSums<RequestRow>> chains;
  private final Map<RequestRow, Map<String, PollSums>> polls;

  FetchFindingsBuilder(
      Collection<RequestRow> rows,
      Map<String, ChainSums<RequestRow>> chains,
      Map<RequestRow, Map<String, PollSums>> polls) {
    this.rows = new ArrayList<>(rows);
    this.chains = chains;
    this.polls = polls;
  }

  FetchFindings build(List<String> degraded) {
    Collections.sort(rows);
    identify();
    // Limits sum over chains, but nothing is judged by waiting loops.
    List<ChainFindings> chainFindings = cut(chainFindings(), "", "chains", degraded);
    List<PollFindings> pollFindings = cut(pollFindings(), NOTE, "waiting loops", degraded);
    return new FetchFindings(requests(degraded), chainFindings, pollFindings, degraded);
  }

  private void identify() {
    Map<String, Integer> places = new HashMap<>();
    for (RequestRow row : rows) {
      row.identify(0);
      Integer before = places.get(row.id());
      places.put(row.id(), before == null ? 1 : before + 1);
      if (before != null) {
        row.identify(before);
      }
    }
  }

  private static <T> List<T> cut(List<T> all, String prefix, String what, List<String> degraded) {
    if (all.size() <= MOST) {
      return all;
    }
    degraded.add(
        prefix + "of " + all.size() + ' ' + what + " only the first " + MOST + " are told");
    return new ArrayList<>(all.subList(0, MOST));
  }

  /** A request that a chain or a waiting loop names is always told. */
  private List<RequestFindings> requests(List<String> degraded) {
    List<RequestFindings> requests = new ArrayList<>();
    int others = 0;
    long avoidableLeft = 0;
    for (RequestRow row : rows) {
      if (row.isNamed || others < MOST) {
        requests.add(row.findings());
        others += row.isNamed ? 0 : 1;
      } else {
        avoidableLeft += row.avoidable();
      }
    }
    if (requests.size() < rows.size()) {
      degraded.add(requestsLeft(rows.size() - requests.size(), avoidableLeft));
    }
    return requests;
  }

  /** Limits on duplicates are judged by the rows, so those with avoidable calls are missed. */
  private String requestsLeft(int left, long avoidable) {
    String line = "of " + rows.size() + " requests the " + left + " least called are not told";
    return avoidable == 0 ? NOTE + line : line + ", with " + avoidable + " avoidable calls";
  }

  private List<ChainFindings> chainFindings() {
    List<ChainFindings> findings = new ArrayList<>();
    for (Map.Entry<String, ChainSums<RequestRow>> entry : chains.entrySet()) {
      findings.add(chain(entry.getKey(), entry.getValue()));
    }
    findings.sort(
        new Comparator<>() {
          @Override
          public int compare(ChainFindings one, ChainFindings other) {
            int order = Long.compare(other.avoidableCalls(), one.avoidableCalls());
            if (order == 0) {
              order = Long.compare(other.calls(), one.calls());
            }
            return order != 0 ? order : one.id().compareTo(other.id());
          }
        });
    return findings;
  }

  private static ChainFindings chain(String key, ChainSums<RequestRow> sums) {
    RequestRow request = mostCalled(sums.callsByRequest);
    request.isNamed = true;
    Place root = sums.shape.root;
    return new ChainFindings(
        ShortHash.of(key),
        sums.shape.shape,
        new ChainFindings.Step(root.className, root.method, root.file, -1),
        List.copyOf(sums.steps()),
        List.copyOf(sums.stepCalls()),
        request.id(),
        sums.target,
        request.key().arguments(),
        sums.occurrences,
        sums.calls,
        sums.answers.size(),
        sums.avoidable,
        sums.avoidableConnections,
        sums.manyArguments ? sums.callsByRequest.size() : 1);
  }

  private static RequestRow mostCalled(Map<RequestRow, Long> callsByRequest) {
    RequestRow most = null;
    long calls = 0;
    for (Map.Entry<RequestRow, Long> entry : callsByRequest.entrySet()) {
      long more = entry.getValue() - calls;
      if (most == null || more > 0 || more == 0 && entry.getKey().compareTo(most) < 0) {
        most = entry.getKey();
        calls = entry.getValue();
      }
    }
    return most;
  }

  private List<PollFindings> pollFindings() {
    List<PollFindings> findings = new ArrayList<>();
    for (Map.Entry<RequestRow, Map<String, PollSums>> entry : polls.entrySet()) {
      entry.getKey().isNamed = true;
      for (PollSums sums : entry.getValue().values()) {
        String id = entry.getKey().id();
        double interval = sums.nanos / 1e6 / sums.intervals;
        findings.add(new PollFindings(id, sums.site, sums.calls, sums.answers.size(), interval));
      }
    }
    findings.sort(
        new Comparator<>() {
          @Override
          public int compare(PollFindings one, PollFindings other) {
            int order = Long.compare(other.calls(), one.calls());
            if (order == 0) {
              order = one.requestId().compareTo(other.requestId());
            }
            return order != 0 ? order : one.site().compareTo(other.site());
          }
        });
    return findings;
  }
}
