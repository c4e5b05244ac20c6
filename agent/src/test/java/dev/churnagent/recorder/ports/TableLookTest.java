package dev.churnagent.recorder.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.journal.JournalReader;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.RecordingHandler;
import dev.churnagent.model.RunInfo;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.KnownEndpoints;
import dev.churnagent.sockets.Addresses;
import dev.churnagent.sockets.TcpState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the journal after looks at a made-up table. */
class TableLookTest {
  private static final String US = "10.0.0.9";
  private static final String SERVER = "10.0.0.1";

  @TempDir Path directory;

  private final Endpoints endpoints = new Endpoints();
  private final EndpointIndex index = new EndpointIndex(endpoints);
  private final TableLook look = new TableLook(index);
  private Path file;
  private JournalWriter journal;
  private TableRecords records;
  private long at;

  /** Endpoints of the run, with ids in their order. */
  private static final class Endpoints implements KnownEndpoints {
    private final List<InetSocketAddress> all = new ArrayList<>();

    void add(String address, int port) throws UnknownHostException {
      all.add(new InetSocketAddress(InetAddress.getByName(address), port));
    }

    @Override
    public int count() {
      return all.size();
    }

    @Override
    public void forEach(Visitor visitor) {
      for (int id = all.size() - 1; id >= 0; id--) {
        visitor.endpoint(id, all.get(id).getAddress(), all.get(id).getPort());
      }
    }
  }

  @BeforeEach
  void createJournal() throws IOException {
    file = directory.resolve("journal.churn");
    Instant start = Instant.now();
    journal = JournalWriter.create(file, 1L << 30, start, System.nanoTime(), 1);
    RunInfo run = new RunInfo("r", 1, "h", "o", "j", "m", "l", start, List.of(), false);
    journal.appendPayload(RecordType.RUN_STARTED, 0, PayloadOutput.run(run));
    records = new TableRecords(new SamplerRecords(journal, new Faults(journal)));
    endpoints.add(SERVER, 80);
    endpoints.add("::1", 80);
    endpoints.add(SERVER, 80);
    index.refresh();
  }

  private void socket(String local, int localPort, String remote, int remotePort, TcpState state)
      throws UnknownHostException {
    byte[] ours = InetAddress.getByName(local).getAddress();
    byte[] theirs = InetAddress.getByName(remote).getAddress();
    look.socket(
        Addresses.high(ours),
        Addresses.low(ours),
        localPort,
        Addresses.high(theirs),
        Addresses.low(theirs),
        remotePort,
        state,
        0);
  }

  private void timeWait(int localPort, String remote, int remotePort) throws UnknownHostException {
    socket(US, localPort, remote, remotePort, TcpState.TIME_WAIT);
  }

  private void write() {
    records.write(++at, look);
  }

  private List<String> told() throws IOException {
    journal.end(EndReason.SHUTDOWN);
    List<String> lines = new ArrayList<>();
    JournalReader.read(
        file,
        new RecordingHandler() {
          @Override
          public void runStarted(RunInfo run) {}

          @Override
          public void timeWaitSampled(long atNanos, int endpoint, int[] appeared, int[] gone) {
            lines.add(
                atNanos
                    + ": "
                    + endpoint
                    + (appeared.length > 9 ? " +" + appeared.length : text(" +", appeared))
                    + text(" -", gone));
          }

          @Override
          public void socketTableRead(long atNanos, int timeWait, String[] others, int[] counts) {
            lines.add(
                atNanos + ": " + timeWait + Arrays.toString(others) + Arrays.toString(counts));
          }
        });
    return lines;
  }

  private static String text(String sign, int[] ports) {
    return ports.length == 0 ? "" : sign + Arrays.toString(ports);
  }

  @Test
  void shouldTellDifferencesOnly() throws IOException {
    look.begin();
    timeWait(5002, SERVER, 80);
    timeWait(5001, SERVER, 80);
    timeWait(5001, "::1", 80);
    socket(US, 5003, SERVER, 80, TcpState.ESTABLISHED);
    write();
    look.begin();
    timeWait(5001, SERVER, 80);
    timeWait(5001, "::1", 80);
    timeWait(65_535, SERVER, 80);
    write();
    look.begin();
    write();

    assertThat(told())
        .containsExactly(
            "1: 0 +[5001, 5002]",
            "1: 1 +[5001]",
            "1: 3[][]",
            "2: 0 -[5002]",
            "2: 0 +[65535]",
            "2: 3[][]",
            "3: 0 -[5001, 65535]",
            "3: 1 -[5001]",
            "3: 0[][]");
  }

  @Test
  void shouldCountOthersByWhereTheyGoOrWhereTheyWereAccepted() throws IOException {
    look.begin();
    socket("0.0.0.0", 8080, "0.0.0.0", 0, TcpState.LISTEN);
    for (int port = 6001; port <= 6003; port++) {
      socket(US, 8080, "10.0.0.7", port, TcpState.TIME_WAIT);
    }
    timeWait(5001, "10.0.0.2", 90);
    timeWait(5002, "10.0.0.2", 90);
    timeWait(5001, SERVER, 81);
    write();

    assertThat(told())
        .containsExactly("1: 6[local listener 10.0.0.9:8080, 10.0.0.2:90, 10.0.0.1:81][3, 2, 1]");
  }

  /** Its listener is closed before the first look: a test's own server, at the end of a test. */
  @Test
  void shouldKnowTheServersSideOfAnEndpointWithoutItsListener() throws IOException {
    look.begin();
    socket("::1", 80, "::1", 5001, TcpState.TIME_WAIT);
    socket("::1", 80, "::1", 5002, TcpState.TIME_WAIT);
    write();

    assertThat(told()).containsExactly("1: 2[local listener [::1]:80][2]");
  }

  @Test
  void shouldCompareWithTheLastWholeLook() throws IOException {
    look.begin();
    timeWait(5001, SERVER, 80);
    write();
    look.begin();
    timeWait(5002, SERVER, 80);
    look.undo();
    look.begin();
    timeWait(5001, SERVER, 80);
    timeWait(5003, SERVER, 80);
    write();

    assertThat(told()).containsExactly("1: 0 +[5001]", "1: 1[][]", "2: 0 +[5003]", "2: 2[][]");
  }

  @Test
  void shouldFindEndpointsThatCameLater() throws IOException {
    for (int port = 1; port <= 3000; port++) {
      endpoints.add("10.1.0.1", port);
    }
    index.refresh();
    look.begin();
    timeWait(5001, "10.1.0.1", 3000);
    timeWait(5001, "10.1.0.1", 3001);
    write();

    assertThat(told()).containsExactly("1: 3002 +[5001]", "1: 2[10.1.0.1:3001][1]");
  }

  @Test
  void shouldSplitWhatOneRecordCantHold() throws IOException {
    look.begin();
    for (int port = 1; port <= 40_000; port++) {
      timeWait(port, SERVER, 80);
    }
    write();

    assertThat(told()).containsExactly("1: 0 +16384", "1: 0 +16384", "1: 0 +7232", "1: 40000[][]");
  }

  @Test
  void shouldSumUpAddressesBeyondTheMost() throws IOException {
    look.begin();
    for (int port = 1; port <= 10_000; port++) {
      timeWait(5001, "10.0.0.2", port);
    }
    timeWait(5002, "10.0.0.2", 7);
    write();

    String line = told().get(0);
    assertThat(line)
        .startsWith("1: 10001[10.0.0.2:7, ")
        .contains("(other addresses)]")
        .endsWith(", 5904]");
    assertThat(line.split(", ")).hasSize(2 * 21 - 1);
  }
}
