package dev.churnagent.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortSettingsTest {
  private static final String DYNAMIC = "netsh int ipv4 show dynamicport tcp";
  private static final String EXCLUDED = "netsh int ipv4 show excludedportrange tcp";

  @Test
  void shouldReadLinuxAndCountOverlappingReservedPortsOnce() {
    PortSettings read = new LinuxPortSettings(Captured.folder("linux")).read();

    assertThat(read.unknown()).isEmpty();
    assertThat(read.low()).isEqualTo(32768);
    assertThat(read.high()).isEqualTo(60999);
    assertThat(read.excludedPorts()).isEqualTo(21);
    assertThat(read.usablePorts()).isEqualTo(28232 - 21);
    assertThat(read.tcpTwReuse()).isEqualTo(2);
    assertThat(read.timeWaitSeconds()).isEqualTo(60);
  }

  @Test
  void shouldSayWhatIsMissingOnLinux() {
    PortSettings read = new LinuxPortSettings(new File("no such folder")).read();

    assertThat(read.low()).isEqualTo(-1);
    assertThat(read.usablePorts()).isEqualTo(-1);
    assertThat(read.excludedPorts()).isEqualTo(-1);
    assertThat(read.tcpTwReuse()).isEqualTo(-1);
    assertThat(read.unknown()).hasSize(3).allMatch(reason -> reason.contains("can't be read"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"english", "german", "chinese"})
  void shouldReadWindowsInEachLanguage(String language) {
    CommandRunner commands =
        new CapturedCommands()
            .with(DYNAMIC, "windows/dynamicport-" + language + ".txt")
            .with(EXCLUDED, "windows/excludedportrange-" + language + ".txt")
            .with("reg query", "windows/reg-delay.txt");

    PortSettings read = new WindowsPortSettings(commands).read();

    assertThat(read.unknown()).isEmpty();
    assertThat(read.low()).isEqualTo(49152);
    assertThat(read.high()).isEqualTo(65535);
    assertThat(read.excludedPorts()).isEqualTo(100 + 100 + 60 + 36);
    assertThat(read.timeWaitSeconds()).isEqualTo(30);
    assertThat(read.tcpTwReuse()).isEqualTo(-1);
  }

  @Test
  void shouldSayWhatIsMissingOnWindows() {
    PortSettings read = new WindowsPortSettings(new CapturedCommands()).read();

    assertThat(read.usablePorts()).isEqualTo(-1);
    assertThat(read.timeWaitSeconds()).isEqualTo(-1);
    assertThat(read.unknown())
        .containsExactly(
            "the range of ports can't be read: there is no 'netsh'",
            "excluded ports can't be read: there is no 'netsh'",
            "how long TIME_WAIT lasts is not known: TcpTimedWaitDelay is not set in the registry");
  }

  @Test
  void shouldReadMac() {
    CommandRunner commands =
        new CapturedCommands()
            .with(
                "sysctl net.inet.ip.portrange.first", bytes("net.inet.ip.portrange.first: 49152\n"))
            .with("sysctl net.inet.ip.portrange.last", bytes("net.inet.ip.portrange.last: 65535\n"))
            .with("sysctl net.inet.tcp.msl", bytes("net.inet.tcp.msl: 15000\n"));

    PortSettings read = new MacPortSettings(commands).read();

    assertThat(read.unknown()).isEmpty();
    assertThat(read.usablePorts()).isEqualTo(16384);
    assertThat(read.timeWaitSeconds()).isEqualTo(30);
    assertThat(new MacPortSettings(new CapturedCommands()).read().unknown()).hasSize(3);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldKnowThisMachine() {
    assertThat(PortSettings.ofThisMachine().usablePorts()).isPositive();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
