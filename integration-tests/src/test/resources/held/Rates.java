package held;

import dev.churnagent.junit.MaxConnectionRate;
import dev.churnagent.junit.MaxConnections;
import org.junit.jupiter.api.Test;

class Rates {
  @Test
  @MaxConnectionRate("3/min")
  void isAsFastAsAllowed() {
    Client.connect(3);
  }

  @Test
  @MaxConnectionRate("3/min")
  void isTooFast() {
    Client.connect(4);
  }

  @Test
  @MaxConnectionRate("0.4/s over 10s")
  void isAsFastAsAllowedOverLonger() {
    Client.connect(4);
  }

  @Test
  @MaxConnectionRate("0.4/s over 10s")
  @MaxConnections(4)
  void isTooFastAndTooMany() {
    Client.connect(5);
  }

  @Test
  @MaxConnectionRate("often")
  void isGivenNonsense() {}
}
