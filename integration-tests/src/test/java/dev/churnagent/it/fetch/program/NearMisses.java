package dev.churnagent.it.fetch.program;

import java.io.IOException;

/** What must not be blamed; every {@code run} method is a scope. */
final class NearMisses {
  static final int TIMES = 6;
  private static final int PAUSE_MILLIS = 60;

  private final Device device;
  private final CachingDevice caching;
  private final Steps steps;

  NearMisses(Device device) {
    this.device = device;
    this.caching = new CachingDevice(device);
    this.steps = new Steps(device);
  }

  void runWaitingLoop(String path) throws Exception {
    while (!device.fetch(path).equals("new")) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  void runRegularPolling(String path) throws Exception {
    for (int i = 0; i < TIMES; i++) {
      device.fetch(path);
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  void runRetries(String path) throws IOException {
    while (true) {
      try {
        device.fetch(path);
        return;
      } catch (IOException e) {
        if (!e.getMessage().equals("status 503")) {
          throw e;
        }
      }
    }
  }

  void runDifferentQueries(String path) throws IOException {
    steps.a(path + "?page=1");
    steps.b(path + "?page=2");
    steps.c(path + "?page=3");
  }

  void runDifferentBodies(String path) throws IOException {
    steps.postA(path, "one");
    steps.postB(path, "two");
    steps.postC(path, "three");
  }

  void runOnce(String path) throws IOException {
    steps.a(path);
  }

  void runWriteBetween(String path) throws IOException {
    steps.a(path);
    steps.write(path, "changed");
    steps.b(path);
  }

  void runCacheHits(String path) throws IOException {
    caching.fetch(path);
    caching.fetch(path);
    caching.fetch(path);
  }
}
