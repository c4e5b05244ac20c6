package dev.churnagent.demo.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.demo.server.DeviceServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The limits in churn.yaml rest on what is tested here. */
@Timeout(30)
class DeviceFlowTest {

  @Test
  void shouldAskOnceBetweenTwoPausesAsItHappened() throws Exception {
    assertThat(connectionsAtEachPause(2, false))
        .containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
  }

  @Test
  void shouldPauseFiveTimesBetweenTwoFetchesWhenCached() throws Exception {
    assertThat(connectionsAtEachPause(2, true))
        .containsExactly(2L, 2L, 2L, 2L, 2L, 3L, 3L, 3L, 3L, 3L);
  }

  @Test
  void shouldStayOnTheCallersThread() throws Exception {
    List<Thread> threads = new ArrayList<>();
    try (DeviceServer server = DeviceServer.open();
        Device device = Device.connect(server.address(), true)) {
      new DeviceFlow(device, () -> threads.add(Thread.currentThread())).run();
    }

    assertThat(threads).hasSize(5).containsOnly(Thread.currentThread());
  }

  private static List<Long> connectionsAtEachPause(int rounds, boolean cached) throws Exception {
    List<Long> accepted = new ArrayList<>();
    try (DeviceServer server = DeviceServer.open();
        Device device = Device.connect(server.address(), false)) {
      DeviceFlow flow = new DeviceFlow(device, () -> accepted.add(server.counters().accepted()));
      for (int round = 0; round < rounds; round++) {
        if (cached) {
          flow.runCached();
        } else {
          flow.run();
        }
      }
    }
    return accepted;
  }
}
