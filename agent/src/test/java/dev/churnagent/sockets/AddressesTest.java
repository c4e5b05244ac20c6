package dev.churnagent.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "127.0.0.1",
        "255.254.253.252",
        "::",
        "::1",
        "1::",
        "1:0:0:2::3",
        "2001:db8::1:0:0:1",
        "fe80::aede:48ff:fe00:1122",
        "1:2:3:4:5:6:7:8",
        "0:2:3:4:5:6:7:8"
      })
  void shouldWriteAddressesInTheirShortForm(String address) throws UnknownHostException {
    byte[] bytes = InetAddress.getByName(address).getAddress();

    assertThat(Addresses.text(Addresses.high(bytes), Addresses.low(bytes))).isEqualTo(address);
  }

  @Test
  void shouldTellLoopbackAndAnyAddress() {
    assertThat(Addresses.isLoopback(0, 1)).isTrue();
    assertThat(Addresses.isLoopback(0, Addresses.lowOfIpv4(0x7f123456))).isTrue();
    assertThat(Addresses.isLoopback(0, Addresses.lowOfIpv4(0x0a000001))).isFalse();
    assertThat(Addresses.isLoopback(1, 1)).isFalse();
    assertThat(Addresses.isAny(0, 0)).isTrue();
    assertThat(Addresses.isAny(0, Addresses.lowOfIpv4(0))).isTrue();
    assertThat(Addresses.isAny(0, 1)).isFalse();
  }
}
