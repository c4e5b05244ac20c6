package dev.churnagent.it;

import org.junit.jupiter.api.Test;

class OtherLoopbackTest {
  @Test
  void opensThree() throws Exception {
    Peer.connect(3);
  }
}
