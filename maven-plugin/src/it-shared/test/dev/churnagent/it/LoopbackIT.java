package dev.churnagent.it;

import org.junit.jupiter.api.Test;

class LoopbackIT {
  @Test
  void opensTwo() throws Exception {
    Peer.connect(2);
  }
}
