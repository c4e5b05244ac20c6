package held;

import dev.churnagent.junit.MaxConnections;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@MaxConnections(2)
class OnClass {
  @Test
  void opensAsManyAsAllowed() {
    Client.connect(2);
  }

  @Test
  void opensOneMore() {
    Client.connect(3);
  }

  @Test
  @MaxConnections(4)
  void hasItsOwnLimit() {
    Client.connect(4);
  }

  @Nested
  class Inner {
    @Test
    void opensOneMoreInside() {
      Client.connect(3);
    }

    @Nested
    @MaxConnections(5)
    class Innermost {
      @Test
      void hasTheNearestLimit() {
        Client.connect(5);
      }
    }
  }
}
