package dev.churnagent.it.fetch.program;

import java.io.IOException;

/** What must be found; every {@code run} method is a scope. */
final class Flow {
  static final int TIMES = 5;

  private final Device device;
  private final Steps steps;
  private final DeepSteps deep;
  private final NestedSteps nested;

  Flow(Device device) {
    this.device = device;
    this.steps = new Steps(device);
    this.deep = new DeepSteps(device);
    this.nested = new NestedSteps(device);
  }

  void runSequence(String path) throws IOException {
    steps.a(path);
    steps.b(path);
    steps.c(path);
    steps.d(path);
    steps.e(path);
  }

  /** Another root: the same steps beneath the same one would be the same chain. */
  void runClosing(String path) throws IOException {
    steps.a(path);
    steps.b(path);
    steps.c(path);
    steps.d(path);
    steps.e(path);
  }

  void runDeepSequence(String path) throws Exception {
    deep.a(path);
    deep.b(path);
    deep.c(path);
    deep.d(path);
    deep.e(path);
  }

  void runNested(String path) throws IOException {
    nested.a(path);
  }

  void runLoop(String path) throws IOException {
    for (int i = 0; i < TIMES; i++) {
      device.fetch(path);
    }
  }

  void runDifferentArguments(String path) throws IOException {
    for (int i = 0; i < TIMES; i++) {
      device.fetch(path + "?id=" + i);
    }
  }

  void runWrites(String path) throws IOException {
    steps.postA(path, "the same");
    steps.postB(path, "the same");
    steps.postC(path, "the same");
  }

  /** The last answer is another one. */
  void runUntilTheAnswerChanged(String path) throws IOException {
    steps.a(path);
    steps.b(path);
    steps.c(path);
    steps.d(path);
  }
}
