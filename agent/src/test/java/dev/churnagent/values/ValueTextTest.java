package dev.churnagent.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueTextTest {
  private static final SecretNames SECRETS = new SecretNames(List.of("password", "Api-Key", ""));

  record Login(String user, String passwordHash, int apiKey) {}

  private static String of(Object... arguments) {
    return ValueText.of(arguments, null, SECRETS).toString();
  }

  @Test
  void shouldWriteWhatAPersonWouldWrite() {
    assertThat(of("device-1", 5, new Hostile.Query(2, "a")))
        .isEqualTo("\"device-1\", 5, Query{page=2, name=\"a\"}");
    assertThat(of(null, 'c', true, 1.5, List.of(1, 2), new int[3]))
        .isEqualTo("null, c, true, 1.5, [1, 2], int[3]");
    assertThat(of(Map.of("a", 1), new String[] {"x"}, LocalDate.of(2026, 1, 2)))
        .isEqualTo("{\"a\"=1}, [\"x\"], 2026-01-02");
    assertThat(of(new BigDecimal("1.50"), InetSocketAddress.createUnresolved("device", 80)))
        .isEqualTo("1.50, device:80");
    assertThat(of(Instant.ofEpochSecond(5))).isEqualTo("Instant{seconds=5, nanos=0}");
    assertThat(of()).isEmpty();
    assertThat(ValueText.of(null, null, SECRETS).toString()).isEmpty();
  }

  @Test
  void shouldTellObjectsWithoutValueApart() {
    assertThat(of(new Hostile.Service())).matches("Service@[0-9a-f]+");
    assertThat(of(new Hostile.LazyList("a"))).isEqualTo("LazyList{source=\"a\"}");
  }

  @Test
  void shouldEscapeAndCut() {
    assertThat(of("a\"b\\\n\t\u0007\u2028\u202e"))
        .isEqualTo("\"a\\\"b\\\\\\n\\t\\u0007\\u2028\\u202e\"");
    assertThat(of("a".repeat(100))).isEqualTo("\"" + "a".repeat(60) + "…\"");
    assertThat(of(List.of("a".repeat(50), "b".repeat(50), "c".repeat(50), "d".repeat(50), "e")))
        .hasSize(200)
        .endsWith("…");
    assertThat(of(List.of(List.of(List.of(List.of(1)))))).isEqualTo("[[[…]]]");
  }

  @Test
  void shouldHideSecrets() {
    ValueText login = ValueText.of(new Object[] {new Login("me", "s3cret", 42)}, null, SECRETS);
    assertThat(login.toString()).isEqualTo("Login{user=\"me\", passwordHash=***, apiKey=***}");
    assertThat(login.isRedacted()).isTrue();
    ValueText named =
        ValueText.of(
            new Object[] {"me", "s3cret", Map.of("API_KEY", "s3cret")},
            new String[] {"user", "userPassword"},
            SECRETS);
    assertThat(named.toString()).isEqualTo("\"me\", ***, {\"API_KEY\"=***}");
    ValueText none =
        ValueText.of(new Object[] {"me", null}, new String[] {"a", "password"}, SECRETS);
    assertThat(none.toString()).isEqualTo("\"me\", null");
    assertThat(none.isRedacted()).isFalse();
  }
}
