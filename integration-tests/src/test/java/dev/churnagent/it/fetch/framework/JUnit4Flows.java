package dev.churnagent.it.fetch.framework;

import java.io.IOException;
import org.junit.Before;
import org.junit.Test;

/** JUnit 4. */
public final class JUnit4Flows {
  /** Not a test. */
  @Before
  public void setUp() throws IOException {
    Fetcher.fetch("/set-up");
  }

  @Test
  public void fetchesTwice() throws IOException {
    Fetcher.fetch("/twice");
    Fetcher.fetch("/twice");
  }

  @Test
  public void fetchesOnce() throws IOException {
    Fetcher.fetch("/once");
  }

  @Test
  public void fetchesOnceToo() throws IOException {
    Fetcher.fetch("/once");
  }

  /** On a thread of the framework's own. */
  @Test(timeout = 60_000)
  public void hasTimeout() throws IOException {
    Fetcher.fetch("/timeout");
    Fetcher.fetch("/timeout");
  }
}
