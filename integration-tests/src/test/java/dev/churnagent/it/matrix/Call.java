package dev.churnagent.it.matrix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a program is to do, and who then is the author of which connections.
 *
 * @param method of the program
 * @param times that it is told
 * @param authors how many connections belong to which application method
 * @param others how many belong to anybody else
 * @param never methods that must not have any
 * @param byOwnClients whether each connection has a client of its own, which the report must say
 */
record Call(
    String method,
    int times,
    Map<String, Integer> authors,
    int others,
    List<String> never,
    boolean byOwnClients) {
  /** What is told where nothing else is said. */
  static final int TIMES = 20;

  /** That method opens each of them. */
  static Call of(String method) {
    return of(method, TIMES);
  }

  static Call of(String method, int times) {
    return new Call(method, times, Map.of(method, times), 0, List.of(), false);
  }

  /** Each of these opens that many. */
  Call by(String... methods) {
    Map<String, Integer> each = new LinkedHashMap<>();
    for (String author : methods) {
      each.put(author, times);
    }
    return new Call(method, times, each, 0, never, byOwnClients);
  }

  /** That one opens so many. */
  Call and(String author, int connections) {
    Map<String, Integer> more = new LinkedHashMap<>(authors);
    more.put(author, connections);
    return new Call(method, times, more, others, never, byOwnClients);
  }

  /** Whoever opens them, it is none of these. */
  Call byOthersThan(String... methods) {
    return new Call(method, times, Map.of(), times, List.of(methods), byOwnClients);
  }

  /** The author of all opens nothing for these. */
  Call never(String... methods) {
    return new Call(method, times, authors, others, List.of(methods), byOwnClients);
  }

  /** Each connection is opened by a client object that was built for it. */
  Call eachByItsOwnClient() {
    return new Call(method, times, authors, others, never, true);
  }

  int connections() {
    return others + authors.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** As on the program's command line. */
  @Override
  public String toString() {
    return method + ":" + times;
  }
}
