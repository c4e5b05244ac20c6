package dev.churnagent.analysis.fetch;

import dev.churnagent.model.Call;
import dev.churnagent.model.RequestKey;
import dev.churnagent.model.RequestKind;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One request of one run: its key, and the sums of its calls. */
final class Request {
  private static final int RESOURCES = 1_000;

  final int id;
  final RequestKey key;
  final Verb verb;

  /** Absolute URL without query; null for a watched method. */
  final String url;

  final AnswerSet answers = new AnswerSet();

  /** Calls by the target of the HTTP request beneath. */
  final Map<String, Long> beneath = new HashMap<>();

  private final Set<String> resources;
  long calls;
  long failures;
  long connections;

  /** What a request does to its resource. */
  enum Verb {
    READ,
    WRITE,
    OTHER
  }

  Request(int id, RequestKey key) {
    this.id = id;
    this.key = key;
    int space = key.target().indexOf(' ');
    boolean isHttp = key.kind() == RequestKind.HTTP;
    url = isHttp ? key.target().substring(space + 1) : null;
    verb = isHttp ? verbOf(key.target().substring(0, Math.max(0, space))) : Verb.READ;
    resources = isHttp ? Collections.singleton(url) : new HashSet<>();
  }

  private static Verb verbOf(String httpMethod) {
    return switch (httpMethod) {
      case "GET", "HEAD" -> Verb.READ;
      case "POST", "PUT", "PATCH", "DELETE" -> Verb.WRITE;
      default -> Verb.OTHER;
    };
  }

  boolean isWatched() {
    return key.kind() == RequestKind.METHOD;
  }

  /** Whether a call went over the network; an HTTP request was seen there. */
  boolean usedNetwork(Call call) {
    return !isWatched() || call.has(Call.NETWORK);
  }

  void count(Call call) {
    calls++;
    connections += call.connections();
    if (call.has(Call.FAILED)) {
      failures++;
    } else if (!call.has(Call.UNKNOWN_ANSWER)) {
      answers.add(call.answer());
    }
  }

  void countBeneath(Request http, long count) {
    Long before = beneath.get(http.key.target());
    beneath.put(http.key.target(), before == null ? count : before + count);
  }

  void reaches(String resource) {
    if (isWatched() && resources.size() < RESOURCES) {
      resources.add(resource);
    }
  }

  /** The URLs whose writes may change the answer. */
  Set<String> resources() {
    return resources;
  }
}
