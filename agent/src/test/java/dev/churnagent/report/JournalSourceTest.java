package dev.churnagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.RecordingSource;
import dev.churnagent.analysis.TestRecording;
import dev.churnagent.model.EndReason;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalSourceTest {
  @Test
  void shouldDegradeARunWhoseJournalIsTornInSpiteOfAnOrderlyEnd() throws IOException {
    assertThat(run(TestRecording.run(), 12).degraded())
        .containsExactly("12 bytes of the journal are damaged and could not be read");
  }

  @Test
  void shouldTakeATornEndOfAKilledRunForNormal() throws IOException {
    TestRecording killed = TestRecording.run().endsAt(5, EndReason.NOT_SEEN, 0);

    assertThat(run(killed, 12).degraded()).isEmpty();
    assertThat(run(TestRecording.run(), 0).degraded()).isEmpty();
  }

  private static Report.Run run(TestRecording recording, long tornBytes) throws IOException {
    RecordingSource source =
        handler -> {
          EndHeldBack held = new EndHeldBack(handler);
          recording.read(held);
          held.release(tornBytes);
        };
    return ReportBuilder.buildFrom(List.of(source), List.of(), List.of()).run();
  }
}
