package held;

import dev.churnagent.junit.NoRedundantCalls;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class Calls {
  @Test
  @NoRedundantCalls
  void fetchesDifferentThings() {
    Client.fetch("/one");
    Client.fetch("/two");
    Client.fetch("/two?with=query");
  }

  @Test
  @NoRedundantCalls
  void fetchesWhatChanges() {
    Client.fetch("/until/1");
    Client.fetch("/until/1");
  }

  @Test
  @NoRedundantCalls
  void fetchesTheSame() {
    stepA();
    stepB();
  }

  private static void stepA() {
    Client.fetch("/same");
  }

  private static void stepB() {
    Client.fetch("/same");
  }

  @Test
  @NoRedundantCalls
  void fetchesTheSameElsewhere() throws Exception {
    Client.fetch("/elsewhere");
    CompletableFuture.runAsync(() -> Client.fetch("/elsewhere")).get();
  }
}
