package dev.churnagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.PortPlan;
import dev.churnagent.analysis.ports.PortProfile;
import dev.churnagent.analysis.ports.PortProfile.Reuse;
import dev.churnagent.config.Machine;
import dev.churnagent.config.MachineProfile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachinePlanTest {
  private static final long SECOND = 1_000_000_000;

  @TempDir Path directory;

  @Test
  void shouldKeepTheSystemsDefaultsForWhatIsLeftOut() throws Exception {
    PortPlan plan =
        MachinePlan.of(
            PortRuns.settings(
                directory,
                """
                hops: 2
                profiles:
                  linux: {excluded-ports: 232, reuse: never}
                  windows: {time-wait: 4min, per-destination: true}
                  custom: {ports: 1000, time-wait: 15s}
                """));

    assertThat(plan.hops()).isEqualTo(2);
    assertThat(plan.asked()).isEmpty();
    assertThat(plan.given())
        .containsExactly(
            new PortProfile("linux", 28_000, 60 * SECOND, true, Reuse.NEVER, 0),
            new PortProfile("windows", 16_384, 240 * SECOND, true, Reuse.NEVER, 0),
            new PortProfile("custom", 1_000, 15 * SECOND, false, Reuse.NEVER, 0));
  }

  /**
   * Configuration must know the range's size to refuse too many exclusions, and uses no analysis.
   */
  @Test
  void shouldKnowTheSameDefaultsInConfigurationAndModel() {
    for (Machine machine : Machine.values()) {
      if (machine != Machine.CUSTOM) {
        PortProfile profile = MachinePlan.profile(MachineProfile.of(machine));
        assertThat(profile).isEqualTo(PortProfile.ofName(machine.word()).withHops(0));
        assertThat(machine.defaultPorts()).isEqualTo(profile.ports());
      }
    }
  }
}
