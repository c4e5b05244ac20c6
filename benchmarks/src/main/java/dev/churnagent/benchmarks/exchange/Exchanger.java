package dev.churnagent.benchmarks.exchange;

import java.io.IOException;

/** Makes one exchange beneath a stack of a certain depth; implemented by a generated class. */
public interface Exchanger {
  /** Makes it. */
  void exchange(HttpClient client) throws IOException;
}
