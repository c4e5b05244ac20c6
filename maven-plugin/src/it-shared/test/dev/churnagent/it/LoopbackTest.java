package dev.churnagent.it;

import org.junit.jupiter.api.Test;

class LoopbackTest {
  @Test
  void opensFive() throws Exception {
    Peer.connect(5);
  }
}
