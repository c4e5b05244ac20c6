package dev.churnagent.it.fetch.framework;

import java.io.IOException;
import org.testng.annotations.Test;

/** TestNG's annotation on the class: each public method is a test. */
@Test
public final class TestNgClassFlows {
  public void isTestByItsClass() throws IOException {
    Fetcher.fetch("/by-class");
    Fetcher.fetch("/by-class");
  }
}
