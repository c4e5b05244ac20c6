package dev.churnagent.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.ports.PortProfile;
import dev.churnagent.analysis.ports.PortProfile.Reuse;
import dev.churnagent.model.MachinePorts;
import dev.churnagent.model.RunInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortProfilesTest {
  private static final MachinePorts RECORDED = new MachinePorts("linux", 10_000, 10_999, 0, 0, 60);
  private static final PortProfile LINUX = PortProfile.linux();
  private static final PortProfile WINDOWS = PortProfile.windows();

  @Test
  void shouldKnowThatOfTheDefaultsWindowsIsTheWorst() {
    assertThat(worst(LINUX, WINDOWS, PortProfile.macos())).isEqualTo("-W-");
  }

  @Test
  void shouldKeepEachThatMayBeTheWorst() {
    assertThat(worst(LINUX.withPorts(1_000), WINDOWS)).as("fewer ports").isEqualTo("LW");
    assertThat(worst(LINUX.withTimeWaitNanos(1L << 60), WINDOWS)).as("longer").isEqualTo("LW");
    assertThat(worst(WINDOWS.withPorts(60_000), LINUX)).as("more, but shared").isEqualTo("WL");
    PortProfile each = new PortProfile("linux", 28_232, 1L << 60, true, Reuse.NEVER, 1);
    assertThat(worst(each, WINDOWS.withPorts(60_000))).as("one pool for all").isEqualTo("LW");
    assertThat(worst(WINDOWS, WINDOWS, WINDOWS)).as("of equals the first").isEqualTo("W--");
  }

  private static String worst(PortProfile... profiles) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < profiles.length; i++) {
      boolean isKept = PortProfiles.mayBeWorst(List.of(profiles), i);
      text.append(isKept ? profiles[i].os().substring(0, 1).toUpperCase(Locale.ROOT) : "-");
    }
    return text.toString();
  }

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
