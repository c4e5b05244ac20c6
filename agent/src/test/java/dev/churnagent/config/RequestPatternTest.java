package dev.churnagent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPatternTest {
  @ParameterizedTest
  @CsvSource({
    "a.Device#ping,         a.Device#ping,              true",
    "a.Device#p*,           a.Device#ping,              true",
    "a.Device,              a.Device#ping,              true",
    "a.**,                  a.b.Device#ping,            true",
    "a.*,                   a.b.Device#ping,            false",
    "a.Device#ping,         a.Device#pong,              false",
    "a.T#should do*,        a.T#should do this,         true",
    "a.Device#ping,         GET http://a.Device/ping,   false",
    "**,                    GET http://h/ping,          false",
    "GET http://h:80/s,     GET http://h:80/s,          true",
    "GET http://*/health,   GET http://h:80/v1/health,  true",
    "GET http://*/health,   GET http://h:80/healthy,    false",
    "GET http://*/health,   HEAD http://h:80/health,    false",
    "GET http://*/health,   GET https://h/health,       false",
    "* *,                   POST https://h/a/b,         true",
    "* *,                   a.T#should do this,         false",
    "P* https://*,          PUT https://h/a/b,          true",
    "GET *x,                GET http://h/x,             true",
  })
  void shouldMatchTargets(String pattern, String target, boolean matches) throws Exception {
    assertThat(RequestPattern.parse("request", pattern).matches(target)).isEqualTo(matches);
    assertThat(RequestPattern.parse("request", pattern)).hasToString(pattern);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a..b",
        "a.B#c()",
        "http://h/x",
        "/health",
        "GET /health",
        "get http://h/x",
        "GET http://h/x y",
        "GET http://h/x?y=1",
        "GET  http://h/x",
        "GET http://h/x#y",
        "G/T http://h/x"
      })
  void shouldRefuseWhatCanMatchNoTarget(String text) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> RequestPattern.parse("ignore[0].request", text))
        .withMessageStartingWith("ignore[0].request: '" + text + "' is not a request; allowed is");
  }
}
