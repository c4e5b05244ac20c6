package dev.churnagent.it.fetch.program;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Fetches each path once; a watched call of {@link #fetch} may be a cache hit. */
final class CachingDevice {
  private final Device device;
  private final Map<String, String> cache = new HashMap<>();

  CachingDevice(Device device) {
    this.device = device;
  }

  String fetch(String path) throws IOException {
    String known = cache.get(path);
    if (known == null) {
      known = device.post(path, "give");
      cache.put(path, known);
    }
    return known;
  }
}
