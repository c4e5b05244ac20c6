package dev.churnagent.analysis.fetch;

import dev.churnagent.analysis.RequestFindings;
import dev.churnagent.analysis.RequestFindings.TargetCount;
import dev.churnagent.model.KeyBasis;
import dev.churnagent.model.RequestKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One request of all runs. */
final class RequestRow implements Comparable<RequestRow> {
  private static final int TARGETS = 1_000;
  private static final Comparator<TargetCount> MOST_FIRST =
      new Comparator<>() {
        @Override
        public int compare(TargetCount one, TargetCount other) {
          int order = Long.compare(other.calls(), one.calls());
          return order != 0 ? order : one.target().compareTo(other.target());
        }
      };

  private final RequestKey key;
  private final AnswerSet answers = new AnswerSet();
  private final Map<String, Long> beneath = new HashMap<>();
  private long calls;
  private long failures;
  private long connections;
  private long avoidable;
  private String id;

  /** Whether a chain or a waiting loop is told of it. */
  boolean isNamed;

  RequestRow(RequestKey key) {
    this.key = key;
  }

  /**
   * What makes requests of several runs the same. An identity means nothing in another run, nor to
   * a reader: requests that are known by it are one row if their arguments read the same. Within a
   * run they are told apart all the same where repeats are sought.
   */
  static String keyOf(RequestKey key) {
    String text = textOf(key);
    return key.basis() == KeyBasis.IDENTITY ? text : text + '\n' + key.fingerprint();
  }

  private static String textOf(RequestKey key) {
    return key.kind().word() + '\n' + key.target() + '\n' + key.arguments();
  }

  void add(Request request, long avoidableCalls) {
    calls += request.calls;
    failures += request.failures;
    connections += request.connections;
    avoidable += avoidableCalls;
    answers.addAll(request.answers);
    for (Map.Entry<String, Long> entry : request.beneath.entrySet()) {
      Long before = beneath.get(entry.getKey());
      beneath.put(entry.getKey(), entry.getValue() + (before == null ? 0 : before));
    }
  }

  /** Identifier; set once all rows are known. */
  String id() {
    return id;
  }

  RequestKey key() {
    return key;
  }

  /** Calls that could have been avoided, in all runs. */
  long avoidable() {
    return avoidable;
  }

  /**
   * Sets the identifier.
   *
   * @param place number among the rows that read the same, in their order: 0 for all but a few
   */
  void identify(int place) {
    id = ShortHash.of(place == 0 ? textOf(key) : textOf(key) + '\n' + place);
  }

  RequestFindings findings() {
    List<TargetCount> targets = new ArrayList<>();
    for (Map.Entry<String, Long> entry : beneath.entrySet()) {
      targets.add(new TargetCount(entry.getKey(), entry.getValue()));
    }
    targets.sort(MOST_FIRST);
    return new RequestFindings(
        id,
        key.kind(),
        key.target(),
        key.arguments(),
        key.basis(),
        calls,
        answers.size(),
        failures,
        connections,
        avoidable,
        List.copyOf(targets.subList(0, Math.min(TARGETS, targets.size()))));
  }

  /** Most calls first, then by what is read; the fingerprint decides only between lookalikes. */
  @Override
  public int compareTo(RequestRow other) {
    int order = Long.compare(other.calls, calls);
    if (order == 0) {
      order = textOf(key).compareTo(textOf(other.key));
    }
    return order != 0 ? order : Long.compare(key.fingerprint(), other.key.fingerprint());
  }
}
