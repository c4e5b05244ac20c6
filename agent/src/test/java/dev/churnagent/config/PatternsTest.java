package dev.churnagent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {
  @ParameterizedTest
  @CsvSource({
    "com.acme.Flow,     com.acme.Flow,          true",
    "com.acme.Flow,     com.acme.FlowX,         false",
    "com.acme.*,        com.acme.Flow,          true",
    "com.acme.*,        com.acme.flow.Step,     false",
    "com.acme.*,        com.acme.Flow$Step,     true",
    "com.acme.**,       com.acme.flow.Step,     true",
    "com.acme.**,       com.acme,               false",
    "com.acme.**,       com.acmeX.Flow,         false",
    "**.Flow,           com.acme.Flow,          true",
    "**Flow*,           com.acme.MyFlowStep,    true",
    "**Flow*,           com.acme.Flow.Step,     false",
    "c*.a*.**S*p,       com.acme.x.y.Step,      true",
    "*.*,               com.acme.Flow,          false",
    "**.*a,             x.ab.ca,                true",
    "**,                anything.At.All,        true",
    "com.acme.Flow$1,   com.acme.Flow$1,        true",
  })
  void shouldMatchClasses(String pattern, String name, boolean matches) throws Exception {
    assertThat(ClassPattern.parse("app", pattern).matchesClass(name)).isEqualTo(matches);
    assertThat(ClassPattern.parse("app", pattern)).hasToString(pattern);
  }

  @ParameterizedTest
  @CsvSource({
    "a.B#get*,       a.B,  getData, true",
    "a.B#get*,       a.B,  putData, false",
    "a.B#get*,       a.C,  getData, false",
    "a.B,            a.B,  getData, true",
    "a.*#<init>,     a.B,  <init>,  true",
    "a.B#*a*,        a.B,  getData, true",
    "a.B#should do*, a.B,  should do this, true",
  })
  void shouldMatchMethods(String pattern, String name, String method, boolean matches)
      throws Exception {
    assertThat(ClassPattern.parse("watch", pattern).matches(name, method)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".a",
        "a.",
        "a..b",
        "a.B#",
        "#m",
        "a#b#c",
        "a b",
        "com/acme/B",
        "a.***",
        "a.B#m()",
        "a.1b",
        "a,b",
        "a\u0000b",
        "a.B#**",
        "5/s",
        "a.B#c.d"
      })
  void shouldRefuseWhatIsNoPattern(String text) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> ClassPattern.parse("app", text))
        .withMessageStartingWith("app: '")
        .withMessageContaining("allowed is a class name with * and **");
  }

  @Test
  void shouldNotTakeExponentialTime() throws Exception {
    ClassPattern pattern = ClassPattern.parse("app", "**a".repeat(40) + "**b");
    assertThat(pattern.matchesClass("a".repeat(5_000))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "*:27015,          127.0.0.1:27015,   ,             true",
    "*:27015,          127.0.0.1:27016,   ,             false",
    "10.0.*,           10.0.3.4:80,       ,             true",
    "10.0.*,           10.1.3.4:80,       ,             false",
    "[::1]:80,         [::1]:80,          ,             true",
    "device.local:80,  10.0.0.1:80,       Device.LOCAL, true",
    "device.local:80,  10.0.0.1:81,       device.local, false",
    "*.local:*,        10.0.0.1:80,       device.local, true",
    "unix:/run/*,      unix:/run/a.sock,  ,             true",
    "unix:/run/*,      unix:/tmp/a.sock,  ,             false",
    "nohost:80,        oddaddress,        nohost,       false",
  })
  void shouldMatchEndpoints(String pattern, String address, String host, boolean matches)
      throws Exception {
    assertThat(EndpointPattern.parse("endpoint", pattern).matches(address, host))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "host", "a b:80", ":80", "host:", "::1:80", "host:http", "unix:", "h:123456"})
  void shouldRefuseWhatCouldMatchNoEndpoint(String text) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> EndpointPattern.parse("endpoint", text))
        .withMessageStartingWith("endpoint: '" + text + "' is not an endpoint; allowed is");
  }

  @ParameterizedTest
  @CsvSource({
    "5/s,            5,     PT1S",
    "300/min,        5,     PT1M",
    "300 / m,        5,     PT1M",
    "3600/h,         1,     PT1H",
    "0/s,            0,     PT1S",
    "0.5/s over 10s, 0.5,   PT10S",
    "5/sec over 500 ms, 5,  PT0.5S",
    "60/min over 1s, 1,     PT1S",
  })
  void shouldReadRates(String text, double perSecond, Duration window) throws Exception {
    Rate rate = Rate.parse("max-rate", text);
    assertThat(rate.perSecond()).isEqualTo(perSecond);
    assertThat(rate.window()).isEqualTo(window);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "/s",
        "5/",
        "5/ms",
        "5/day",
        "-1/s",
        "NaN/s",
        "1e3/s",
        "5/s over",
        "5/s over 0s",
        "5/s over 10",
        "5/s over 1.5s",
        "5/s over 99999999999999h",
        "5/s  10s"
      })
  void shouldRefuseWhatIsNoRate(String text) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> Rate.parse("max-rate", text))
        .withMessageStartingWith("max-rate: '" + text + "' is not a rate; allowed is");
  }

  @ParameterizedTest
  @CsvSource({
    "outptu,  output",
    "ouput,   output",
    "maxrate, max-rate",
    "rnu,     run",
    "ap,      app",
    "out,     output",
    "outputs, output",
    "Http,    http",
    "abc,     ",
    "x,       ",
    "window,  ",
  })
  void shouldGuessTheNearestKey(String word, String nearest) {
    List<String> keys = Settings.keys();
    assertThat(Slips.nearest(word, keys)).isEqualTo(nearest);
    assertThatNoException().isThrownBy(() -> Slips.nearest("x".repeat(1_000_000), keys));
  }
}
