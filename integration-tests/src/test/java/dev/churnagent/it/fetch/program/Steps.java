package dev.churnagent.it.fetch.program;

import java.io.IOException;

/** The steps of flows: each fetches what it is told to. */
final class Steps {
  private final Device device;

  Steps(Device device) {
    this.device = device;
  }

  void a(String path) throws IOException {
    device.fetch(path);
  }

  void b(String path) throws IOException {
    device.fetch(path);
  }

  void c(String path) throws IOException {
    device.fetch(path);
  }

  void d(String path) throws IOException {
    device.fetch(path);
  }

  void e(String path) throws IOException {
    device.fetch(path);
  }

  void write(String path, String body) throws IOException {
    device.put(path, body);
  }

  void postA(String path, String body) throws IOException {
    device.post(path, body);
  }

  void postB(String path, String body) throws IOException {
    device.post(path, body);
  }

  void postC(String path, String body) throws IOException {
    device.post(path, body);
  }
}
