package dev.churnagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.ports.PortProfile;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WidePortsTest {
  @Test
  void shouldWidenEverySystemThatIsKnown() {
    for (String os : List.of("linux", "windows", "macos")) {
      assertThat(WidePorts.ports(os)).as(os).isGreaterThan(PortProfile.ofName(os).ports());
      assertThat(WidePorts.command(os)).as(os).contains("10000");
    }
    assertThat(WidePorts.ports("custom")).isZero();
  }

  @Test
  void shouldKeepToTheLimitsOfNetsh() {
    Matcher command =
        Pattern.compile("netsh int ipv4 set dynamicport tcp start=(\\d+) num=(\\d+) .*ipv6.*")
            .matcher(WidePorts.command("windows"));

    assertThat(command.matches()).isTrue();
    int start = Integer.parseInt(command.group(1));
    int ports = Integer.parseInt(command.group(2));
    assertThat(start).isGreaterThanOrEqualTo(1_025);
    assertThat(ports).isGreaterThanOrEqualTo(255).isEqualTo(WidePorts.ports("windows"));
    assertThat(start + ports - 1).isLessThanOrEqualTo(65_535);
  }

  @Test
  void shouldGiveLinuxOneEvenAndOneOddNumber() {
    assertThat(WidePorts.command("linux"))
        .isEqualTo("sysctl -w net.ipv4.ip_local_port_range=\"10000 65535\"");
    assertThat(WidePorts.ports("linux")).isEqualTo(65_535 - 10_000 + 1);
    assertThat(WidePorts.command("macos")).isEqualTo("sysctl -w net.inet.ip.portrange.first=10000");
  }
}
