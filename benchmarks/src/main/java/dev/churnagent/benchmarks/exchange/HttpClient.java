package dev.churnagent.benchmarks.exchange;

import java.io.IOException;

/** Sends the same request again and again on a kept connection. */
public interface HttpClient {
  /**
   * Sends it and reads the answer to its end.
   *
   * @throws IOException also for another answer than the server's only one
   */
  void exchange() throws IOException;
}
