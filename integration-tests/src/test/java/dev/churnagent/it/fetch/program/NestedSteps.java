package dev.churnagent.it.fetch.program;

import java.io.IOException;

/** Each step fetches and calls the next one. */
final class NestedSteps {
  private final Device device;

  NestedSteps(Device device) {
    this.device = device;
  }

  void a(String path) throws IOException {
    device.fetch(path);
    b(path);
  }

  private void b(String path) throws IOException {
    device.fetch(path);
    c(path);
  }

  private void c(String path) throws IOException {
    device.fetch(path);
  }
}
