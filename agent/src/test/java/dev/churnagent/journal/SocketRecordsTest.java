package dev.churnagent.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.model.MachinePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of the system's ports and sockets comes back as it was written. */
class SocketRecordsTest {
  private static final int[] NONE = {};

  @TempDir Path directory;

  @Test
  void shouldReadWhatIsKnownOfPorts() throws IOException {
    MachinePorts known = new MachinePorts("linux", 32_768, 60_999, 2, 1, 60);
    MachinePorts unknown = new MachinePorts("windows", -1, -1, -1, -1, -1);
    JournalBuilder journal = JournalBuilder.create(directory.resolve("journal.churn")).run();

    RecordedCalls calls =
        journal
            .payload(RecordType.PORTS_DESCRIBED, 0, PayloadOutput.ports(known))
            .payload(RecordType.PORTS_DESCRIBED, 0, PayloadOutput.ports(unknown))
            .payload(RecordType.HOPS_FOUND, 7, PayloadOutput.hops(3))
            .end()
            .read();

    assertThat(calls.tornBytes).isZero();
    assertThat(calls.of("portsDescribed"))
        .containsExactly("portsDescribed[" + known + "]", "portsDescribed[" + unknown + "]");
    assertThat(calls.of("hopsFound")).containsExactly("hopsFound[7, 3]");
  }

  @Test
  void shouldReadSamplesWithTheirExtremes() throws IOException {
    long late = Long.MAX_VALUE;
    JournalBuilder journal = JournalBuilder.create(directory.resolve("journal.churn")).run();

    RecordedCalls calls =
        journal
            .payload(
                RecordType.TIME_WAIT_SAMPLED,
                65_536,
                PayloadOutput.timeWait(5, new int[] {1, 32_768, 65_535}, NONE))
            .payload(
                RecordType.TIME_WAIT_SAMPLED,
                0,
                PayloadOutput.timeWait(late, NONE, new int[] {65_535, 2}))
            .payload(
                RecordType.SOCKET_TABLE_READ,
                0,
                PayloadOutput.socketTable(6, 9, new String[] {"[::1]:80", "é"}, new int[] {3, 2}))
            .payload(
                RecordType.SOCKET_TABLE_READ,
                0,
                PayloadOutput.socketTable(late, 0, new String[0], NONE))
            .end()
            .read();

    assertThat(calls.tornBytes).isZero();
    assertThat(calls.lines)
        .containsSubsequence(
            "timeWaitSampled[5, 65536, [1, 32768, 65535], []]",
            "timeWaitSampled[" + late + ", 0, [], [65535, 2]]",
            "socketTableRead[6, 9, [[::1]:80, é], [3, 2]]",
            "socketTableRead[" + late + ", 0, [], []]");
  }

  @Test
  void shouldHoldAsManyPortsAsOneRecordMay() throws IOException {
    int[] ports = new int[PayloadOutput.MOST_PORTS];
    Arrays.setAll(ports, i -> 65_535 - i);
    JournalBuilder journal = JournalBuilder.create(directory.resolve("journal.churn")).run();

    RecordedCalls calls =
        journal
            .payload(RecordType.TIME_WAIT_SAMPLED, 1, PayloadOutput.timeWait(5, ports, NONE))
            .end()
            .read();

    assertThat(calls.of("timeWaitSampled"))
        .containsExactly("timeWaitSampled[5, 1, " + Arrays.toString(ports) + ", []]");
  }

  @Test
  void shouldKnowFromASampleThatTheProcessLivedThen() throws IOException {
    JournalBuilder journal = JournalBuilder.create(directory.resolve("journal.churn")).run();
    long late = 1L << 60;

    RecordedCalls calls =
        journal
            .payload(
                RecordType.SOCKET_TABLE_READ,
                0,
                PayloadOutput.socketTable(late, 0, new String[0], NONE))
            .read();

    assertThat(calls.of("runEnded")).containsExactly("runEnded[" + late + ", NOT_SEEN, 0]");
  }
}
