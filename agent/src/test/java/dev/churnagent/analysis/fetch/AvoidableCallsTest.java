package dev.churnagent.analysis.fetch;

import static dev.churnagent.analysis.fetch.FetchRecording.DEVICE;
import static dev.churnagent.analysis.fetch.FetchRecording.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which calls count as avoidable, and the near misses that don't. Each case adds calls to one
 * scope; a call's place is a step of its own, so that no case is a waiting loop.
 */
class AvoidableCallsTest {
  private FetchRecording run = FetchRecording.run();
  private int steps;

  static Stream<Arguments> cases() {
    return Stream.of(
        expect("the same twice", "calls 2 avoidable 1", (t, s) -> t.device(s, 1).device(s, 1)),
        expect("GET twice", "calls 2 avoidable 1", (t, s) -> t.get(s, "", 1).get(s, "", 1)),
        expect(
            "HEAD twice",
            "calls 2 avoidable 1",
            (t, s) -> t.http(s, "HEAD http://h/a", "", 1).http(s, "HEAD http://h/a", "", 1)),
        expect(
            "OPTIONS twice",
            null,
            (t, s) -> t.http(s, "OPTIONS http://h/a", "", 1).http(s, "OPTIONS http://h/a", "", 1)),
        expect("other arguments", null, (t, s) -> t.get(s, "a=1", 1).get(s, "a=2", 1)),
        expect("another answer", null, (t, s) -> t.device(s, 1).device(s, 2)),
        expect(
            "answer changed in between: only up to the change",
            "calls 3 avoidable 2",
            (t, s) -> t.device(s, 1).device(s, 1).device(s, 1).device(s, 2)),
        expect(
            "repeats before and after a change",
            "calls 5 avoidable 3",
            (t, s) -> t.device(s, 1).device(s, 1).device(s, 1).device(s, 2).device(s, 2)),
        expect(
            "an answer that comes back repeats nothing",
            null,
            (t, s) -> t.device(s, 1).device(s, 2).device(s, 1)),
        expect("retry", null, (t, s) -> t.device(s, 1).failing(s).device(s, 1)),
        expect(
            "repeats before and after a failure",
            "calls 4 avoidable 2",
            (t, s) -> t.device(s, 1).device(s, 1).failing(s).device(s, 1).device(s, 1)),
        expect("failures only", null, (t, s) -> t.failing(s).failing(s).failing(s)),
        expect("unknown answers", null, (t, s) -> t.unknown(s).unknown(s).unknown(s)),
        expect(
            "an unknown answer in between",
            "calls 2 avoidable 1",
            (t, s) -> t.device(s, 1).unknown(s).device(s, 1)),
        expect(
            "a repeat and cache hits",
            "calls 4 avoidable 1",
            (t, s) -> t.device(s, 1).cached(s).device(s, 1).cached(s)),
        expect(
            "one call and cache hits",
            null,
            (t, s) -> t.device(s, 1).cached(s).cached(s).cached(s)),
        expect(
            "a call after a cache hit", "calls 2 avoidable 1", (t, s) -> t.cached(s).device(s, 1)),
        expect(
            "a write in between",
            null,
            (t, s) ->
                t.get(s, "", 1).http(s, "PUT http://127.0.0.1:8100/status", "", 7).get(s, "", 1)),
        expect(
            "a write in between with another query",
            null,
            (t, s) ->
                t.get(s, "", 1)
                    .http(s, "DELETE http://127.0.0.1:8100/status", "a=1", 7)
                    .get(s, "", 1)),
        expect(
            "a write in between, then repeats",
            "calls 2 avoidable 1",
            (t, s) ->
                t.get(s, "", 1)
                    .http(s, "PATCH http://127.0.0.1:8100/status", "", 7)
                    .get(s, "", 1)
                    .get(s, "", 1)),
        expect(
            "a write to another resource",
            "calls 2 avoidable 1",
            (t, s) ->
                t.get(s, "", 1).http(s, "POST http://127.0.0.1:8100/log", "", 7).get(s, "", 1)),
        expect(
            "a write before and one after",
            "calls 2 avoidable 1",
            (t, s) ->
                t.http(s, "PUT http://127.0.0.1:8100/status", "x", 7)
                    .get(s, "", 1)
                    .get(s, "", 1)
                    .http(s, "PUT http://127.0.0.1:8100/status", "y", 7)),
        expect(
            "identical writes",
            "calls 3 avoidable 0",
            (t, s) ->
                t.http(s, "POST http://h/a", "#1", 1)
                    .http(s, "POST http://h/a", "#1", 2)
                    .http(s, "POST http://h/a", "#1", 3)),
        expect(
            "different writes",
            null,
            (t, s) ->
                t.http(s, "POST http://h/a", "#1", 1)
                    .http(s, "POST http://h/a", "#2", 1)
                    .http(s, "POST http://h/a", "#3", 1)),
        expect(
            "a write again after it failed",
            null,
            (t, s) -> t.failingPost(s).http(s, "POST http://h/a", "#1", 2)));
  }

  private static Arguments expect(
      String name, String found, BiConsumer<AvoidableCallsTest, Integer> calls) {
    return Arguments.of(name, found, calls);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void shouldCountInOneScope(
      String name, String found, BiConsumer<AvoidableCallsTest, Integer> calls) {
    int scope = run.scope(0);
    calls.accept(this, scope);
    run.endScope(9_000, scope);

    assertThat(told()).isEqualTo(found == null ? List.of() : List.of(found));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void shouldCountOnOneThreadWithoutScopes(
      String name, String found, BiConsumer<AvoidableCallsTest, Integer> calls) {
    calls.accept(this, -1);

    assertThat(told()).isEqualTo(found == null ? List.of() : List.of(found));
  }

  private List<String> told() {
    assertThat(run.polls()).isEmpty();
    long avoidable = run.fetches().requests().stream().mapToLong(r -> r.avoidableCalls()).sum();
    long inChains = run.fetches().chains().stream().mapToLong(c -> c.avoidableCalls()).sum();
    assertThat(avoidable).isEqualTo(inChains);
    return run.fetches().chains().stream()
        .map(chain -> "calls " + chain.calls() + " avoidable " + chain.avoidableCalls())
        .toList();
  }

  private AvoidableCallsTest device(int scope, long answer) {
    return record(call(DEVICE, "serial 1", scope).answers(answer));
  }

  private AvoidableCallsTest failing(int scope) {
    return record(call(DEVICE, "serial 1", scope).fails());
  }

  private AvoidableCallsTest unknown(int scope) {
    return record(call(DEVICE, "serial 1", scope).answersUnknown());
  }

  private AvoidableCallsTest cached(int scope) {
    return record(call(DEVICE, "serial 1", scope).fromCache());
  }

  private AvoidableCallsTest get(int scope, String query, long answer) {
    return http(scope, STATUS, query, answer);
  }

  private AvoidableCallsTest http(int scope, String target, String arguments, long answer) {
    return record(call(target, arguments, scope).answers(answer));
  }

  private AvoidableCallsTest failingPost(int scope) {
    return record(call("POST http://h/a", "#1", scope).fails());
  }

  private FetchRecording.CallSpec call(String target, String arguments, int scope) {
    return run.call(run.request(target, arguments)).at(50 * steps).in(scope);
  }

  private AvoidableCallsTest record(FetchRecording.CallSpec call) {
    steps++;
    call.via("FlowTest.works:5", "Flow.run:" + steps, "Step" + steps + ".run:7");
    return this;
  }
}
