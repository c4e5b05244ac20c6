package held;

import dev.churnagent.junit.MaxConnections;
import org.junit.jupiter.api.Test;

/** More than a small journal can take. */
class Flood {
  @Test
  @MaxConnections(100_000)
  void opensSome() {
    Client.connect(30_000);
  }
}
