package dev.churnagent.cli.timewait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.churnagent.sockets.Addresses;
import dev.churnagent.sockets.OperatingSystem;
import dev.churnagent.sockets.OwnerKind;
import dev.churnagent.sockets.PortSettings;
import dev.churnagent.sockets.ProcessNames;
import dev.churnagent.sockets.SocketOwners;
import dev.churnagent.sockets.SocketTable;
import dev.churnagent.sockets.SocketVisitor;
import dev.churnagent.sockets.TcpState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineWatchTest {
  private static final long PID = ProcessHandle.current().pid();
  private static final int HERE = 0x7f000001;
  private static final int FAR = 0x0a000001;

  private final FakeTable table = new FakeTable();
  private final FakeOwners owners = new FakeOwners();

  @Test
  void shouldRememberTheOwnerOfWhatItSawOpen() throws IOException {
    MachineWatch watch = watch(true);
    table.add(HERE, 50000, FAR, 80, TcpState.ESTABLISHED, 7);
    watch.look();
    table.rows.clear();
    table.add(HERE, 50000, FAR, 80, TcpState.TIME_WAIT, 0);
    table.add(HERE, 50001, FAR, 80, TcpState.TIME_WAIT, 0);
    watch.look();

    Summary summary = watch.summary(10);
    assertThat(summary.groups()).hasSize(1);
    assertThat(summary.groups().get(0).timeWait()).isEqualTo(2);
    assertThat(summary.groups().get(0).owners())
        .extracting(group -> group.owner().pid())
        .containsExactly(-1L, PID);
    assertThat(summary.cannotSee()).anyMatch(line -> line.startsWith("owner of 1 unknown: never"));
  }

  @Test
  void shouldForgetWhatIsGoneFromTheTable() throws IOException {
    MachineWatch watch = watch(true);
    table.add(HERE, 50000, FAR, 80, TcpState.ESTABLISHED, 7);
    watch.look();
    table.rows.clear();
    watch.look();
    table.add(HERE, 50000, FAR, 80, TcpState.TIME_WAIT, 0);
    watch.look();

    assertThat(watch.summary(10).groups().get(0).owners().get(0).owner()).isEqualTo(Owner.UNKNOWN);
  }

  @Test
  void shouldTellWhatOurListenerClosedApart() throws IOException {
    MachineWatch watch = watch(false);
    table.add(0, 8080, 0, 0, TcpState.LISTEN, 7);
    table.add(HERE, 8080, HERE, 50000, TcpState.TIME_WAIT, 0);
    table.add(HERE, 8080, HERE, 50002, TcpState.TIME_WAIT, 0);
    table.add(HERE, 50001, FAR, 80, TcpState.TIME_WAIT, 0);
    watch.look();

    Summary summary = watch.summary(1);
    assertThat(summary.groups())
        .extracting(Summary.Group::endpoint, Summary.Group::listener, Summary.Group::timeWait)
        .containsExactly(tuple("127.0.0.1:8080", true, 2));
    assertThat(summary.groups().get(0).owners().get(0).owner().pid()).isEqualTo(PID);
    assertThat(summary.moreGroups()).isEqualTo(1);
    assertThat(summary.ports()).isEqualTo(1);
    assertThat(summary.portPercent()).isEqualTo(1.0);
  }

  @Test
  void shouldLookAtProcessesOnlyWhenThereAreNewSockets() throws IOException {
    MachineWatch watch = watch(true);
    table.add(HERE, 50000, FAR, 80, TcpState.ESTABLISHED, 7);
    table.add(HERE, 50002, FAR, 80, TcpState.ESTABLISHED, 99);
    watch.look();
    watch.look();
    assertThat(owners.refreshes).isEqualTo(1);
    table.add(HERE, 50003, FAR, 80, TcpState.ESTABLISHED, 8);
    watch.look();
    assertThat(owners.refreshes).isEqualTo(2);
  }

  @Test
  void shouldWriteBothFormats() throws IOException {
    MachineWatch watch = watch(false);
    owners.unreadable = 3;
    table.unreadable = 2;
    table.add(HERE, 50000, FAR, 80, TcpState.TIME_WAIT, 0);
    table.add(0, 22, 0, 0, TcpState.LISTEN, 9);
    watch.look();
    Summary summary = watch.summary(10);

    assertThat(print(out -> TextView.print(summary, out)).lines().skip(1))
        .containsExactly(
            "they hold 1 of 100 ephemeral ports (1.0 %), 50000-50109 less 10 excluded, each for"
                + " 60 s",
            "",
            "TIME_WAIT  ENDPOINT     OWNER    CALL SITE",
            "        1  10.0.0.1:80  unknown  -",
            "not seen: owner of 1 unknown: it closed before this command looked; use --watch",
            "not seen: 3 processes of other users: run as root to see their sockets and call sites",
            "not seen: 2 rows of the system's table were not understood");
    assertThat(print(out -> JsonView.print(summary, out)))
        .contains(
            "\"sockets\":2,\"timeWait\":1,\"states\":{\"TIME_WAIT\":1,\"LISTEN\":1}",
            "\"usable\":100,\"timeWaitSeconds\":60,\"tcpTwReuse\":null,\"inTimeWait\":1,"
                + "\"inTimeWaitPercent\":1.0",
            "{\"address\":\"10.0.0.1:80\",\"closedBy\":\"client\",\"timeWait\":1,\"owners\":[{"
                + "\"pid\":null,\"name\":null,\"knownBy\":null,\"timeWait\":1,\"sites\":["
                + "{\"site\":null,\"timeWait\":1}]}]}")
        .hasLineCount(1);
  }

  private MachineWatch watch(boolean watching) {
    return new MachineWatch(
        table,
        new OwnerMemory(owners, ProcessNames.ofThisMachine()),
        new CallSites(Path.of("no such folder"), List.of()),
        new PortSettings(OperatingSystem.LINUX, 50000, 50109, 10, -1, 60, List.of()),
        watching);
  }

  private interface Printing {
    void to(PrintStream out) throws IOException;
  }

  private static String print(Printing printing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      printing.to(out);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private interface Row {
    void to(SocketVisitor visitor);
  }

  private static final class FakeTable implements SocketTable {
    private final List<Row> rows = new ArrayList<>();
    private int unreadable;

    void add(int local, int localPort, int remote, int remotePort, TcpState state, long owner) {
      long low = Addresses.lowOfIpv4(local);
      long remoteLow = Addresses.lowOfIpv4(remote);
      rows.add(v -> v.socket(0, low, localPort, 0, remoteLow, remotePort, state, owner));
    }

    @Override
    public int read(SocketVisitor visitor) {
      rows.forEach(row -> row.to(visitor));
      return unreadable;
    }

    @Override
    public OwnerKind ownerKind() {
      return OwnerKind.INODE;
    }
  }

  /** Inodes up to 10 are this process's. */
  private static final class FakeOwners implements SocketOwners {
    private int refreshes;
    private int unreadable;

    @Override
    public void refresh() {
      refreshes++;
    }

    @Override
    public long pidOf(long owner) {
      return owner > 0 && owner <= 10 ? PID : -1;
    }

    @Override
    public int unreadableProcesses() {
      return unreadable;
    }
  }
}
