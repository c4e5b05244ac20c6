package dev.churnagent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.model.Endpoint;
import dev.churnagent.model.Transport;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTableTest {
  @TempDir Path directory;
  private RecordedRun run;
  private EndpointTable table;

  @BeforeEach
  void start() {
    run = new RecordedRun(directory);
    table = new EndpointTable(run.journal, run.faults);
  }

  @AfterEach
  void end() {
    run.close();
  }

  @ParameterizedTest
  @CsvSource({
    "0:0:0:0:0:0:0:0, ::",
    "0:0:0:0:0:0:0:1, ::1",
    "1:0:0:0:0:0:0:0, 1::",
    "2001:db8:0:0:0:0:0:1, 2001:db8::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "0:0:1:0:0:0:0:0, 0:0:1::",
    "0:1:2:3:4:5:6:0, 0:1:2:3:4:5:6:0",
    "1:2:3:4:5:6:0:0, 1:2:3:4:5:6::",
    "0:0:3:4:5:6:7:8, ::3:4:5:6:7:8",
    "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
    "fe80:0:0:0:0:0:0:1%eth0, fe80::1%eth0",
    "fe80:0:0:0:0:0:0:1%2, fe80::1%2",
    "0:0:0:0:0:0:0:0%lo, ::%lo",
    "1:2:3:4:5:6:7:8%a:0:0, 1:2:3:4:5:6:7:8%a:0:0"
  })
  void shouldShortenIpv6AsRfc5952Asks(String numeric, String expected) {
    assertThat(EndpointTable.shortest(numeric)).isEqualTo(expected);
  }

  @Test
  void shouldGiveTheSameEndpointTheSameIdAndWriteItOnce() throws UnknownHostException {
    InetAddress address = ip(127, 0, 0, 1);
    int id = table.idOf(address, 80, "localhost", null);

    assertThat(table.idOf(ip(127, 0, 0, 1), 80, new String("localhost"), null)).isEqualTo(id);
    assertThat(table.idOf("unix:/run/a")).isEqualTo(id + 1).isEqualTo(table.idOf("unix:/run/a"));
    assertThat(run.read().endpointDefinitions).containsExactly(id, id + 1);
  }

  @Test
  void shouldTellApartWhateverDiffers() throws UnknownHostException {
    InetAddress address = ip(127, 0, 0, 1);
    InetAddress own = ip(127, 0, 0, 9);
    assertThat(
            new int[] {
              table.idOf(address, 80, null, null),
              table.idOf(address, 81, null, null),
              table.idOf(ip(127, 0, 0, 2), 80, null, null),
              table.idOf(address, 80, "a", null),
              table.idOf(address, 80, "b", null),
              table.idOf(address, 80, null, own),
              table.idOf("nohost.invalid:80"),
              table.idOf("unix:/run/usbmuxd"),
            })
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(run.read().endpoints.values())
        .containsExactly(
            tcp("127.0.0.1:80", null, null),
            tcp("127.0.0.1:81", null, null),
            tcp("127.0.0.2:80", null, null),
            tcp("127.0.0.1:80", "a", null),
            tcp("127.0.0.1:80", "b", null),
            tcp("127.0.0.1:80", null, "127.0.0.9"),
            tcp("nohost.invalid:80", null, null),
            new Endpoint(Transport.UNIX, "unix:/run/usbmuxd", null, null));
  }

  @Test
  void shouldWriteIpv6InBrackets() throws UnknownHostException {
    byte[] linkLocal = new byte[16];
    linkLocal[0] = (byte) 0xfe;
    linkLocal[1] = (byte) 0x80;
    linkLocal[15] = 1;
    table.idOf(Inet6Address.getByAddress(null, linkLocal, 7), 65535, null, null);

    assertThat(run.read().endpoints.get(0).address()).isEqualTo("[fe80::1%7]:65535");
  }

  @Test
  void shouldTellTheRestAsOneWhenThereAreTooMany() throws UnknownHostException {
    int most = 1 << 16;
    for (int i = 0; i < most; i++) {
      assertThat(table.idOf(ip(10, 0, i >> 8, i), 80, null, null)).isEqualTo(i);
    }
    InetAddress last = ip(10, 0, 255, 255);
    assertThat(table.idOf(last, 80, null, null)).as("a known one").isEqualTo(most - 1);
    for (int port = 1; port <= 50; port++) {
      assertThat(table.idOf(last, 10_000 + port, null, null)).isEqualTo(most);
    }
    RecordedRun.Content content = run.read();
    assertThat(content.endpoints.get(most)).isEqualTo(tcp("(other):0", null, null));
    assertThat(content.endpointDefinitions.size()).as("defined once").isEqualTo(most + 1);
    assertThat(content.degraded)
        .containsExactly("more than 65536 different endpoints: the rest is told as one");
  }

  private static Endpoint tcp(String address, String host, String local) {
    return new Endpoint(Transport.TCP, address, host, local);
  }

  private static InetAddress ip(int... bytes) throws UnknownHostException {
    byte[] address = new byte[4];
    for (int i = 0; i < 4; i++) {
      address[i] = (byte) bytes[i];
    }
    return InetAddress.getByAddress(address);
  }
}
