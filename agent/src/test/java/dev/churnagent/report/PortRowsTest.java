package dev.churnagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.PortPlan;
import dev.churnagent.analysis.TestRecording;
import dev.churnagent.model.ClosedFirst;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortRowsTest {
  /** The table has our own sockets; those of a proxy's connections are not this run's. */
  @Test
  void shouldCompareTheTableWithTheModelOfOurOwnConnections() throws IOException {
    TestRecording recording = TestRecording.run();
    int site = recording.site("StepA");
    int device = recording.endpoint("10.0.0.7:27015");
    for (int port = 1; port <= 5; port++) {
      recording.connectFrom(port, port, site, device);
      recording.closeFrom(port, port + 0.5, site, device, ClosedFirst.LOCAL);
    }
    recording.timeWait(10, device, new int[] {1, 2, 3, 4}).tableRead(10);

    Report report =
        ReportBuilder.buildFrom(
            List.of(recording),
            new ReportQuestions(
                List.of(), List.of(), List.of(), new PortPlan(List.of(), 2, List.of())));

    assertThat(report.timeWait().profiles().get(0).peak()).isEqualTo(10);
    assertThat(report.timeWait().observed().peak()).isEqualTo(4);
    assertThat(report.timeWait().observed().modelled()).isEqualTo(5);
    assertThat(report.timeWait().observed().difference()).isEqualTo(1);
  }
}
