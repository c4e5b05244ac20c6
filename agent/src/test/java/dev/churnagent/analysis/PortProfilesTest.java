package dev.churnagent.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.ports.PortProfile;
import dev.churnagent.model.MachinePorts;
import dev.churnagent.model.RunInfo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortProfilesTest {
  private static final MachinePorts RECORDED = new MachinePorts("linux", 10_000, 10_999, 0, 0, 60);

  @Test
  void shouldTakeRecordedLocalPortsForThoseOfTheSameMachineOnly() {
    PortProfiles profiles = profiles(PortPlan.DEFAULT, RECORDED);
    PortProfile own = profiles.of("linux");

    assertThat(own.ports()).isEqualTo(1_000);
    assertThat(profiles.isOwn(own.withHops(2))).isTrue();
    assertThat(profiles.isOwn(own.withPorts(500))).isFalse();
    assertThat(profiles.isOwn(own.withTimeWaitNanos(1))).isFalse();
    assertThat(profiles.isOwn(PortProfile.linux())).isFalse();
    assertThat(profiles.isOwn(profiles.of("windows"))).isFalse();
  }

  @Test
  void shouldBelieveTheUserOnlyWhereTheMachineDidNotTellItself() {
    PortProfile given = PortProfile.linux().withPorts(500);
    PortPlan plan = new PortPlan(List.of(given), 0, List.of());

    assertThat(profiles(plan, null).isOwn(given)).isTrue();
    assertThat(profiles(plan, RECORDED).isOwn(given)).isFalse();
    assertThat(profiles(plan, RECORDED).of("linux").ports()).isEqualTo(500);
  }

  private static PortProfiles profiles(PortPlan plan, MachinePorts ports) {
    RunInfo info =
        new RunInfo(
            "r", 1, "h", "Linux 6", "17", null, null, TestRecording.START, List.of(), false);
    return new PortProfiles(
        plan, List.of(new RecordedRun(info, 0, true, 0, List.of(), null, ports, Map.of())));
  }
}
