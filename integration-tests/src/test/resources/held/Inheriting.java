package held;

import org.junit.jupiter.api.Test;

class Inheriting extends OnClass {
  @Test
  void inheritsTheLimit() {
    Client.connect(3);
  }
}
