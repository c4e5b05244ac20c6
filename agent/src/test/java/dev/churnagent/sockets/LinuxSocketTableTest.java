package dev.churnagent.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LinuxSocketTableTest {
  private static final File CAPTURED = Captured.folder("linux");

  @TempDir private Path proc;
  private final CollectedRows collected = new CollectedRows();

  @Test
  void shouldReadBothFamiliesAndWriteMappedAddressesAsIpv4() throws IOException {
    assertThat(new LinuxSocketTable(CAPTURED).read(collected)).isZero();

    assertThat(collected.rows)
        .containsExactly(
            "127.0.0.1:8080 0.0.0.0:0 LISTEN 48213",
            "0.0.0.0:22 0.0.0.0:0 LISTEN 21934",
            "127.0.0.1:50386 127.0.0.1:8080 ESTABLISHED 48377",
            "127.0.0.1:50388 127.0.0.1:8080 TIME_WAIT 0",
            "10.0.2.15:40002 34.216.184.93:443 SYN_SENT 48400",
            "127.0.0.1:8080 127.0.0.1:50386 CLOSE_WAIT 48378",
            "[::]:8081 [::]:0 LISTEN 51002",
            "127.0.0.1:50400 127.0.0.1:8080 ESTABLISHED 51377",
            "[2001:db8::1]:40960 [2001:db8::2]:80 TIME_WAIT 0");
  }

  @Test
  void shouldReadRowsThatLieAcrossBuffers() throws IOException {
    String header = "  sl  local_address rem_address   st\n";
    String row =
        "%4d: 0100007F:%04X 0100007F:1F90 06 00000000:00000000 03:00000BB8 00000000 0 0 0\n";
    StringBuilder table = new StringBuilder(header);
    for (int i = 0; i < 28_000; i++) {
      table.append(String.format(row, i, 32768 + i));
    }
    write("net/tcp", table.toString());

    assertThat(new LinuxSocketTable(proc.toFile()).read(collected)).isZero();

    assertThat(collected.rows).hasSize(28_000).doesNotHaveDuplicates();
    assertThat(collected.rows.get(27_999)).isEqualTo("127.0.0.1:60767 127.0.0.1:8080 TIME_WAIT 0");
  }

  @Test
  void shouldCountWhatWasCutAndKeepTheRest() throws IOException {
    byte[] whole = Files.readAllBytes(new File(CAPTURED, "net/tcp").toPath());
    for (int length = 0; length <= whole.length; length++) {
      collected.rows.clear();
      Path file = Files.createDirectories(proc.resolve("net")).resolve("tcp");
      Files.write(file, Arrays.copyOf(whole, length));

      int unreadable = new LinuxSocketTable(proc.toFile()).read(collected);

      int wholeLines = length / 150;
      int cut = length % 150 == 0 ? 0 : 1;
      assertThat(collected.rows).as("cut at %d", length).hasSize(Math.max(0, wholeLines - 1));
      assertThat(unreadable).as("cut at %d", length).isEqualTo(wholeLines == 0 ? 0 : cut);
    }
  }

  @Test
  void shouldCountRowsThatMakeNoSense() throws IOException {
    write(
        "net/tcp",
        "header\n"
            + "   0: 0100007G:1F90 00000000:0000 0A 0:0 0:0 0 0 0 1\n"
            + "   1: 0100007F:1F90\n"
            + "\n"
            + "   2: 0100007F:1F90 00000000:0000 0A 0:0 0:0 0 0 0 7\n");

    assertThat(new LinuxSocketTable(proc.toFile()).read(collected)).isEqualTo(3);
    assertThat(collected.rows).containsExactly("127.0.0.1:8080 0.0.0.0:0 LISTEN 7");
  }

  @Test
  void shouldThrowWhereThereIsNoTable() {
    assertThatThrownBy(() -> new LinuxSocketTable(proc.toFile()).read(collected))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("tcp");
  }

  @Test
  void shouldThrowOnAFileThatIsNoTable() throws IOException {
    write("net/tcp", "x".repeat(100_000));

    assertThatThrownBy(() -> new LinuxSocketTable(proc.toFile()).read(collected))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no table of sockets");
  }

  @Test
  void shouldReadWordsInEitherByteOrder() {
    assertThat(localOf("0100007F:0050", true)).isEqualTo("127.0.0.1:80");
    assertThat(localOf("7F000001:0050", false)).isEqualTo("127.0.0.1:80");
    assertThat(localOf("B80D0120000000000000000001000000:0050", true))
        .isEqualTo("[2001:db8::1]:80");
    assertThat(localOf("20010DB8000000000000000000000001:0050", false))
        .isEqualTo("[2001:db8::1]:80");
  }

  private static String localOf(String local, boolean littleEndian) {
    LinuxRow row = new LinuxRow(littleEndian);
    byte[] line = (" 0: " + local + " 00000000:0000 06 ").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(row.parse(line, 0, line.length)).isTrue();
    return Addresses.text(row.localHigh, row.localLow, row.localPort);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldFindAConnectionOfThisProcess() throws IOException {
    InetAddress here = InetAddress.getByName("127.0.0.1");
    try (ServerSocket server = new ServerSocket(0, 1, here);
        Socket socket = new Socket(here, server.getLocalPort())) {
      new LinuxSocketTable().read(collected);

      String ends = "127.0.0.1:" + socket.getLocalPort() + " 127.0.0.1:" + server.getLocalPort();
      assertThat(collected.rows).anyMatch(row -> row.startsWith(ends + " ESTABLISHED "));
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = proc.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
