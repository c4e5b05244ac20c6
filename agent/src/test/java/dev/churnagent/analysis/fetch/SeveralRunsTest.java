package dev.churnagent.analysis.fetch;

import static dev.churnagent.analysis.fetch.FetchRecording.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.FetchFindings;
import dev.churnagent.analysis.TestRecording;
import dev.churnagent.model.KeyBasis;
import dev.churnagent.model.Watching;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is one thing over several runs, what its identifier rests on, and what is missing. */
class SeveralRunsTest {
  @Test
  void shouldAddUpRunsWhoseIdsDiffer() {
    FetchRecording one = flow(0);
    FetchRecording other = flow(3);

    FetchFindings both = FetchRecording.analyse(one, other).fetches();

    assertThat(both.chains().stream().map(FetchRecording::text))
        .containsExactly(
            "2x sequence FlowTest.works [A.run:5, B.run:6] calls 4, results 1, avoidable 2,"
                + " connections 2, arguments 1");
    assertThat(both.requests().get(0).calls()).isEqualTo(4);
    assertThat(both.chains().get(0).id()).isEqualTo(one.fetches().chains().get(0).id());
    assertThat(both.requests().get(0).id()).isEqualTo(one.fetches().requests().get(0).id());
  }

  @Test
  void shouldSayTheSameWhateverTheOrderOfRuns() {
    FetchRecording one = flow(0);
    FetchRecording other = flow(3).startsAt(TestRecording.START.plusMillis(1));

    FetchFindings findings = FetchRecording.analyse(one, other).fetches();
    for (int i = 0; i < 20; i++) {
      assertThat(FetchRecording.analyse(other, one).fetches()).isEqualTo(findings);
    }
  }

  @Test
  void shouldTellRequestsApartThatOnlyReadTheSame() {
    FetchRecording run = FetchRecording.run();
    int scope = run.scope(0);
    for (int i = 0; i < 2; i++) {
      int secret = run.request(DEVICE, "token=(redacted)", KeyBasis.VALUE, i);
      run.call(secret).at(10 * i).in(scope).via("FlowTest.works:" + i);
    }

    assertThat(run.chains()).isEmpty();
    Set<String> ids = new HashSet<>();
    run.fetches().requests().forEach(request -> ids.add(request.id()));
    assertThat(ids).hasSize(2);
  }

  @Test
  void shouldShowRequestsKnownByIdentityInOneRowButNotCompareThem() {
    FetchRecording run = FetchRecording.run();
    int scope = run.scope(0);
    for (int i = 0; i < 2; i++) {
      int object = run.request(DEVICE, "Device@", KeyBasis.IDENTITY, i);
      run.call(object).at(10 * i).in(scope).via("FlowTest.works:" + i);
    }

    assertThat(run.chains()).isEmpty();
    assertThat(run.requests())
        .containsExactly(
            DEVICE + "(Device@) calls 2, results 1, failures 0, connections 2, avoidable 0");
  }

  @Test
  void shouldTellPatternsThatMatchedNothingInAnyRun() {
    Watching watching =
        new Watching(
            true, List.of("com.acme.Devcie#get", "com.acme.Device#*"), List.of("a.B#c"), 0);
    FetchRecording one = FetchRecording.run().watching(watching);
    one.method(false, "com.acme.Device", "get", "com.acme.Device#*");

    assertThat(one.fetches().degraded())
        .containsExactly(
            "watch: 'com.acme.Devcie#get' matched no method of any loaded class",
            "scope: 'a.B#c' matched no method of any loaded class");

    FetchRecording other = FetchRecording.run().watching(watching);
    other.method(true, "a.B", "c", "a.B#c");
    other.method(false, "com.acme.Impl", "get", "com.acme.Devcie#get");
    assertThat(FetchRecording.analyse(one, other).fetches().degraded()).isEmpty();
  }

  @Test
  void shouldNotMissAPatternWhoseMethodsCarryAnother() {
    Watching watching =
        new Watching(false, List.of("com.acme.**#get*", "com.acme.Device#getAll"), List.of(), 0);
    FetchRecording run = FetchRecording.run().watching(watching);
    run.method(false, "com.acme.Device", "getAll", "com.acme.**#get*");

    assertThat(run.fetches().degraded()).isEmpty();
  }

  private static FetchRecording flow(int unusedRequests) {
    FetchRecording run = FetchRecording.run();
    for (int i = 0; i < unusedRequests; i++) {
      run.request(DEVICE, "unused " + i);
      run.stack("Unused.run:" + (i + 1));
    }
    int device = run.request(DEVICE, "serial 1");
    int scope = run.scope(0);
    run.call(device).at(10).in(scope).via("FlowTest.works:5", "A.run:7");
    run.call(device).at(20).in(scope).via("FlowTest.works:6", "B.run:7");
    return run.endScope(30, scope);
  }
}
