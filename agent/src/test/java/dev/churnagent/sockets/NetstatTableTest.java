package dev.churnagent.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetstatTableTest {
  private final CollectedRows collected = new CollectedRows();

  @ParameterizedTest
  @ValueSource(strings = {"english", "german", "chinese"})
  void shouldReadWindowsInEachLanguage(String language) throws IOException {
    assertThat(windows("windows/netstat-" + language + ".txt").read(collected)).isZero();

    assertThat(collected.rows)
        .containsExactly(
            "0.0.0.0:135 0.0.0.0:0 LISTEN 1060",
            "127.0.0.1:27015 0.0.0.0:0 LISTEN 5120",
            "127.0.0.1:23333 0.0.0.0:0 LISTEN 7344",
            "127.0.0.1:50123 127.0.0.1:27015 ESTABLISHED 7344",
            "127.0.0.1:50124 127.0.0.1:27015 TIME_WAIT 0",
            "127.0.0.1:50125 127.0.0.1:27015 CLOSE_WAIT 2468",
            "192.168.1.20:50126 34.216.184.93:443 SYN_SENT 2468",
            "192.168.1.20:50127 34.216.184.93:443 FIN_WAIT_2 2468",
            "[::]:135 [::]:0 LISTEN 1060",
            "[::1]:49669 [::1]:50130 TIME_WAIT 0",
            "[fe80::1c2b:3a4d:5e6f:7a8b]:50131 [fe80::1]:80 ESTABLISHED 2468");
  }

  @Test
  void shouldTellStatesByTheirPlaceWhereTheWordIsNotKnown() throws IOException {
    SocketTable table =
        new WindowsSocketTable(
            printing(
                "  TCP 127.0.0.1:80 0.0.0.0:0 KUUNTELEE 4\r\n"
                    + "  TCP 127.0.0.1:50000 127.0.0.1:80 ODOTTAA 0\r\n"
                    + "  TCP 127.0.0.1:50001 127.0.0.1:80 0\r\n"
                    + "  TCP 127.0.0.1:50002 127.0.0.1:80 SULKEUTUU 7\r\n"));

    assertThat(table.read(collected)).isZero();
    assertThat(collected.rows)
        .containsExactly(
            "127.0.0.1:80 0.0.0.0:0 LISTEN 4",
            "127.0.0.1:50000 127.0.0.1:80 TIME_WAIT 0",
            "127.0.0.1:50001 127.0.0.1:80 TIME_WAIT 0",
            "127.0.0.1:50002 127.0.0.1:80 UNKNOWN 7");
  }

  @Test
  void shouldReadMacAndCountAddressesThatAreCut() throws IOException {
    SocketTable table =
        new MacSocketTable(new CapturedCommands().with("netstat -an -p tcp", "macos/netstat.txt"));

    assertThat(table.read(collected)).isEqualTo(1);
    assertThat(collected.rows)
        .containsExactly(
            "127.0.0.1:8080 127.0.0.1:50234 ESTABLISHED -1",
            "127.0.0.1:50234 127.0.0.1:8080 ESTABLISHED -1",
            "127.0.0.1:50235 127.0.0.1:8080 TIME_WAIT -1",
            "[::]:8080 [::]:0 LISTEN -1",
            "[::1]:50300 [::1]:631 CLOSE_WAIT -1",
            "[fe80::1]:1024 [fe80::1]:50301 ESTABLISHED -1",
            "192.168.1.7:50303 17.57.146.20:5223 SYN_SENT -1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TCP 127.0.0.1:80",
        "TCP 127.0.0.1 127.0.0.1:80 TIME_WAIT 0",
        "TCP 127.0.0.1:65536 127.0.0.1:80 TIME_WAIT 0",
        "TCP 127.0.0.256:1 127.0.0.1:80 TIME_WAIT 0",
        "TCP 127.0.0:1 127.0.0.1:80 TIME_WAIT 0",
        "TCP 127.0.0.1:1 [1:2:3]:80 TIME_WAIT 0",
        "TCP 127.0.0.1:1 [1::2::3]:80 TIME_WAIT 0",
        "TCP 127.0.0.1:1 [1:2:3:4:5:6:7:8:9]:80 TIME_WAIT 0",
        "TCP 127.0.0.1:1 [::12345]:80 TIME_WAIT 0",
        "TCP 127.0.0.1:1 [::1:]:80 TIME_WAIT 0",
        "TCP 127.0.0.1:1 127.0.0.1:80 TIME_WAIT x",
      })
  void shouldCountLinesItCantUnderstand(String line) throws IOException {
    SocketTable table =
        new WindowsSocketTable(printing(line + "\n  TCP 1.2.3.4:5 6.7.8.9:10 TIME_WAIT 0\n"));

    assertThat(table.read(collected)).isEqualTo(1);
    assertThat(collected.rows).containsExactly("1.2.3.4:5 6.7.8.9:10 TIME_WAIT 0");
  }

  @Test
  void shouldReadMappedAndShortenedAddresses() throws IOException {
    SocketTable table =
        new WindowsSocketTable(
            printing("tcp [::ffff:10.0.0.1]:5 [2001:db8:0:0:1::]:10 ESTABLISHED 3"));

    assertThat(table.read(collected)).isZero();
    assertThat(collected.rows).containsExactly("10.0.0.1:5 [2001:db8:0:0:1::]:10 ESTABLISHED 3");
  }

  @Test
  void shouldThrowWhereNetstatFailsOrPrintsSomethingElse() {
    assertThatThrownBy(() -> new MacSocketTable(new CapturedCommands()).read(collected))
        .isInstanceOf(IOException.class)
        .hasMessage("there is no 'netstat'");
    assertThatThrownBy(() -> new WindowsSocketTable(printing("usage\n")).read(collected))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no table");
  }

  private static SocketTable windows(String file) {
    return new WindowsSocketTable(new CapturedCommands().with("netstat -ano", file));
  }

  private static CommandRunner printing(String text) {
    return new CapturedCommands().with("netstat", text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
