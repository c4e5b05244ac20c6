package dev.churnagent.it.clients;

import java.io.IOException;
import java.util.concurrent.ExecutionException;

/** Something that must throw. */
interface Attempt {
  void run() throws Exception;

  /** Runs it, and returns what it threw. */
  static Throwable mustFail(Attempt attempt) {
    try {
      attempt.run();
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (Exception e) {
      return e;
    }
    throw new IllegalStateException("nothing was thrown");
  }

  /** Runs it, and complains if it threw anything else. */
  static void mustThrow(Class<? extends Throwable> type, Attempt attempt) throws IOException {
    Throwable thrown = mustFail(attempt);
    if (!type.isInstance(thrown)) {
      throw new IOException("not " + type.getName(), thrown);
    }
  }
}
