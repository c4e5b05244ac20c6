package held;

import dev.churnagent.junit.MaxConnections;
import org.junit.jupiter.api.Test;

/** More than a small journal can take. */
class Flood {
  @Test
  @MaxConnections(100_000)
  void opensSome() {
    // Failed attempts, which leave no port in TIME_WAIT.
    Client.refuse(40_000);
    Client.connect(1);
  }
}
