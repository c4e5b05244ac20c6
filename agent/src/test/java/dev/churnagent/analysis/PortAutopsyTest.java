package dev.churnagent.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.PortAutopsy.Holder;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.FailureKind;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortAutopsyTest {
  private static final String DEVICE = "10.0.0.7:27015";

  private final TestRecording recording =
      TestRecording.run("run", Instant.parse("2026-11-24T10:00:00Z"));

  @Test
  void shouldTellWhoHoldsPortsWhenTheLastConnectFailed() throws IOException {
    int hog = recording.site("Hog");
    int other = recording.site("Other");
    int device = recording.endpoint(DEVICE);
    for (int i = 0; i < 3; i++) {
      recording.connect(i, hog, device).close(i, hog, device, 1, ClosedFirst.LOCAL);
    }
    recording.connect(4, other, device).close(4, other, device, 1, ClosedFirst.PEER);
    recording.connect(5, other, device);
    recording.fail(6, hog, device, FailureKind.EXHAUSTED);
    recording.fail(7, other, device, FailureKind.EXHAUSTED);
    recording.describe(FailureKind.EXHAUSTED, "Cannot assign requested address");

    PortAutopsy found = PortAutopsy.of(recording, List.of());

    assertThat(found.site()).contains("Other");
    assertThat(found.endpoint()).isEqualTo(DEVICE);
    assertThat(found.message()).isEqualTo("Cannot assign requested address");
    assertThat(found.open()).isEqualTo(1);
    assertThat(found.timeWait()).isEqualTo(3);
    assertThat(found.holders()).extracting(Holder::timeWait).containsExactly(3L, 0L);
    assertThat(found.holders()).extracting(Holder::open).containsExactly(0L, 1L);
    assertThat(found.holders().get(0).site()).contains("Hog");
  }

  @Test
  void shouldTellNothingWhereNoConnectWantedForAPort() throws IOException {
    int site = recording.site("Hog");
    recording.fail(6, site, recording.endpoint(DEVICE), FailureKind.REFUSED);

    assertThat(PortAutopsy.of(recording, List.of())).isNull();
  }
}
