package dev.churnagent.it.fetch;

import java.util.Arrays;
import java.util.List;

/** What a report must tell of one path: its requests, its chain or none, its poll or none. */
public final class Expected {
  final String method;
  final String path;
  int calls;
  int rows = 1;
  int distinctResults = 1;
  int failures;
  String shape;
  String root;
  List<String> steps;
  int occurrences = 1;
  int chainCalls;
  int avoidable;
  int distinctArguments = 1;
  boolean poll;
  boolean mayBePoll;

  private Expected(String method, String path) {
    this.method = method;
    this.path = path;
  }

  /** Of GET requests, or of watched calls that make them, at a path. */
  public static Expected of(String path, int calls) {
    return of("GET", path, calls);
  }

  /** Of requests at a path. */
  public static Expected of(String method, String path, int calls) {
    Expected expected = new Expected(method, path);
    expected.calls = calls;
    expected.chainCalls = calls;
    return expected;
  }

  /** How many rows: different arguments at one target. */
  public Expected rows(int number) {
    rows = number;
    return this;
  }

  /** Different answers. */
  public Expected results(int number) {
    distinctResults = number;
    return this;
  }

  /** Calls that fail. */
  public Expected failures(int number) {
    failures = number;
    return this;
  }

  /** A chain of all its calls; without steps any are right. */
  public Expected chain(String shape, String root, String... steps) {
    this.shape = shape;
    this.root = root;
    this.steps = Arrays.asList(steps);
    return this;
  }

  /** How often the chain is seen. */
  public Expected occurrences(int number) {
    occurrences = number;
    return this;
  }

  /** Calls in the chain, if they are not all. */
  public Expected chainCalls(int number) {
    chainCalls = number;
    return this;
  }

  /** Calls that one fetch would have spared. */
  public Expected avoidable(int number) {
    avoidable = number;
    return this;
  }

  /** Of an N+1 loop. */
  public Expected distinctArguments(int number) {
    distinctArguments = number;
    return this;
  }

  /** Told as a poll. */
  public Expected poll() {
    poll = true;
    return this;
  }

  /** Told as a poll or not: a retry. */
  public Expected maybePoll() {
    mayBePoll = true;
    return this;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
