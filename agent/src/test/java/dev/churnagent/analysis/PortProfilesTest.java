package dev.churnagent.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.ports.PortProfile;
import dev.churnagent.analysis.ports.PortProfile.Reuse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PortProfilesTest {
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
}
