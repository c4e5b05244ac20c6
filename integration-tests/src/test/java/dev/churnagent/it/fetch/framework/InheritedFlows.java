package dev.churnagent.it.fetch.framework;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Whose test is inherited. */
abstract class InheritedFlows {
  @Test
  void isInherited() throws IOException {
    Fetcher.fetch("/inherited");
    Fetcher.fetch("/inherited");
  }
}
