package dev.churnagent.analysis.fetch;

import static dev.churnagent.analysis.fetch.FetchRecording.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.ChainFindings;
import dev.churnagent.analysis.FetchFindings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random call trees with one planted chain and noise that must not count: other arguments, other
 * scopes, calls outside of scopes, changing answers, retries, cache hits, unknown answers and
 * writes. The chain is found with exact counts, and nothing else is.
 */
class PlantedChainTest {
  private FetchRecording run;
  private SplittableRandom random;
  private int noise;

  /** What was generated from which seed, in front of every failure. */
  private String generated;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldFindThePlantedChainAndNothingElse(long seed) {
    start(seed);
    Shape shape = Shape.values()[(int) (seed % Shape.values().length)];
    int steps = random.nextInt(2, 9);
    int occurrences = random.nextInt(1, 5);
    int noiseCalls = random.nextInt(61);
    generated =
        String.format(
            "seed %d: %s, %d steps, %d occurrences, %d noise calls",
            seed, shape, steps, occurrences, noiseCalls);
    List<String[]> paths = plant(shape, steps);
    int device = run.request(DEVICE, "planted");
    for (int i = 0; i < occurrences; i++) {
      double start = 10_000.0 * i;
      int scope = run.scope(start);
      List<Runnable> calls = new ArrayList<>();
      for (int step = 0; step < steps; step++) {
        int place = step;
        // Never a regular pause: each is four times the one before.
        double at = start + 1 + Math.pow(4, step) / 8;
        calls.add(() -> planted(shape, device, at, scope, place, paths.get(place)));
      }
      for (int n = 0; n < noiseCalls; n++) {
        calls.add(() -> makeNoise(start + 1 + random.nextInt(9_000), scope));
      }
      // Records come in the order of ends, more or less; the analysis must not depend on it.
      Collections.shuffle(calls, new Random(random.nextLong()));
      calls.forEach(Runnable::run);
      run.endScope(start + 9_999, scope);
    }

    check(shape, steps, occurrences);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldFindNothingWhereNothingIsPlanted(long seed) {
    start(seed);
    int noiseCalls = random.nextInt(201);
    generated = String.format("seed %d: %d noise calls", seed, noiseCalls);
    int scope = run.scope(0);
    for (int n = 0; n < noiseCalls; n++) {
      makeNoise(1 + random.nextInt(9_000), scope);
    }

    assertThat(run.chains()).as(generated).isEmpty();
    assertThat(run.polls()).as(generated).isEmpty();
  }

  /** Always the same, so that a failure comes back; as many of each shape. */
  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  /** What is planted. */
  enum Shape {
    SEQUENCE,
    NESTED,
    LOOP,
    FAN_OUT
  }

  private void start(long seed) {
    run = FetchRecording.run();
    random = new SplittableRandom(seed);
    noise = 0;
  }

  /** The paths of the steps beneath a random number of callers. */
  private List<String[]> plant(Shape shape, int steps) {
    List<String> above = new ArrayList<>(List.of("Runner.main:1", "FlowTest.works:5"));
    for (int depth = random.nextInt(5); depth > 0; depth--) {
      above.add("Caller" + depth + ".call:" + (1 + random.nextInt(50)));
    }
    List<String[]> paths = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      List<String> path = new ArrayList<>(above);
      switch (shape) {
        case SEQUENCE, FAN_OUT -> {
          path.add("Root.run:" + (10 + step));
          path.add("Step" + step + ".run:7");
          for (int depth = random.nextInt(3); depth > 0; depth--) {
            path.add("Deep" + random.nextInt(3) + ".call:" + random.nextInt(9));
          }
        }
        case NESTED -> {
          path.add("Root.run:10");
          for (int depth = 0; depth <= step; depth++) {
            path.add("Step" + depth + ".run:7");
          }
        }
        default -> {
          path.add("Root.run:10");
          path.add("Step0.run:7");
        }
      }
      paths.add(path.toArray(new String[0]));
    }
    return paths;
  }

  private void planted(Shape shape, int device, double at, int scope, int step, String[] path) {
    int thread = shape == Shape.FAN_OUT ? step : 0;
    run.call(device).at(at, at + 0.01).in(scope).on(thread, -1).opens(2).via(path);
  }

  private void check(Shape shape, int steps, int occurrences) {
    FetchFindings findings = run.fetches();
    assertThat(findings.polls()).as(generated).isEmpty();
    assertThat(findings.chains()).as(generated).hasSize(1);
    ChainFindings chain = findings.chains().get(0);
    assertThat(chain.shape().name()).as(generated).isEqualTo(shape.name());
    assertThat(chain.root().name())
        .as(generated)
        .isEqualTo(shape == Shape.NESTED ? "com.acme.Step0#run" : "com.acme.Root#run");
    assertThat(chain.steps()).as(generated).hasSize(shape == Shape.LOOP ? 1 : steps);
    for (int step = 0; step < chain.steps().size(); step++) {
      assertThat(chain.steps().get(step).name())
          .as(generated)
          .isEqualTo("com.acme.Step" + step + "#run");
    }
    assertThat(chain.stepCalls())
        .as(generated)
        .hasSize(chain.steps().size())
        .containsOnly(shape == Shape.LOOP ? (long) steps * occurrences : (long) occurrences);
    assertThat(chain.occurrences()).as(generated).isEqualTo(occurrences);
    assertThat(chain.calls()).as(generated).isEqualTo((long) steps * occurrences);
    assertThat(chain.avoidableCalls()).as(generated).isEqualTo((steps - 1L) * occurrences);
    assertThat(chain.avoidableConnections())
        .as(generated)
        .isEqualTo(2 * (steps - 1L) * occurrences);
    assertThat(findings.requests().stream().mapToLong(request -> request.avoidableCalls()).sum())
        .as(generated)
        .isEqualTo(chain.avoidableCalls());
  }

  /** One kind of call, or pair of calls, with arguments of its own, anywhere in the tree. */
  private void makeNoise(double at, int scope) {
    noise++;
    int request = run.request("com.acme.Device#other" + noise, "noise");
    switch (random.nextInt(8)) {
      case 0 -> noiseCall(request, at, scope).via(somewhere());
      case 1 -> pair(noiseCall(request, at, scope), noiseCall(request, at + 5, scope).answers(2));
      case 2 -> pair(noiseCall(request, at, scope).fails(), noiseCall(request, at + 5, scope));
      case 3 -> pair(noiseCall(request, at, scope), noiseCall(request, at + 5, scope).fromCache());
      case 4 ->
          pair(
              noiseCall(request, at, scope).answersUnknown(),
              noiseCall(request, at + 5, scope).answersUnknown());
      case 5 -> pair(noiseCall(request, at, scope), noiseCall(request, at + 5, -1));
      case 6 -> {
        int planted = run.request(DEVICE, "planted");
        run.call(planted).at(at).in(-1).via(somewhere());
      }
      default -> writeInBetween(at, scope);
    }
  }

  private void writeInBetween(double at, int scope) {
    int get = run.request("GET http://h/" + noise, "");
    int put = run.request("PUT http://h/" + noise, "");
    pair(noiseCall(get, at, scope), noiseCall(get, at + 5, scope));
    noiseCall(put, at + 2, scope).via(somewhere());
  }

  private void pair(FetchRecording.CallSpec one, FetchRecording.CallSpec other) {
    if (random.nextBoolean()) {
      one.via(somewhere());
      other.via(somewhere());
    } else {
      other.via(somewhere());
      one.via(somewhere());
    }
  }

  private FetchRecording.CallSpec noiseCall(int request, double at, int scope) {
    return run.call(request).at(at).in(scope);
  }

  private String[] somewhere() {
    List<String> path = new ArrayList<>(List.of("Runner.main:1", "FlowTest.works:5"));
    for (int depth = random.nextInt(4); depth > 0; depth--) {
      path.add("Noise" + random.nextInt(4) + ".call:" + random.nextInt(9));
    }
    return path.toArray(new String[0]);
  }
}
