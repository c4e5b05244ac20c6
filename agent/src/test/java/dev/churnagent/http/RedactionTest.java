package dev.churnagent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept from reports, and what is not. */
class RedactionTest {
  private static final String R = Redaction.REPLACEMENT;
  private final Redaction redaction = new Redaction(Redaction.DEFAULT_NAMES);

  @ParameterizedTest
  @CsvSource({
    "a=1&b=2,a=1&b=2",
    "q=word&page=3,q=word&page=3",
    "Access_Token=abc&a=1,Access_Token=[redacted]&a=1",
    "pass%77ord=x,pass%77ord=[redacted]",
    "token=,token=",
    "a=1;password=x;b,a=1;password=[redacted];b",
    "x=eyJhbGciOi.eyJzdWIi.c2ln,x=[redacted]",
    "hash=0123456789abcdef0123456789abcdef,hash=[redacted]",
    "id=550e8400-e29b-41d4-a716-446655440000,id=550e8400-e29b-41d4-a716-446655440000",
    "to=http%3A%2F%2Fu%3Ap%40host%2F,to=[redacted]",
    "to=http%3A%2F%2Fhost%2F,to=http%3A%2F%2Fhost%2F",
    "dGhpcyBJcyBhIFNlY3JldDEyMzQ1Ng,[redacted]",
    "novalue,novalue"
  })
  void shouldRedactQueries(String query, String expected) {
    assertThat(redaction.query(query)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "/,/",
    "/api/v2/devices/17/status,/api/v2/devices/17/status",
    "/getNecessaryDataFromDevice2/internationalization,/getNecessaryDataFromDevice2/internationalization",
    "/2026-11-24T21:15:00Z,/2026-11-24T21:15:00Z",
    "/550e8400-e29b-41d4-a716-446655440000,/550e8400-e29b-41d4-a716-446655440000",
    "/hooks/T0AB/B1/aB3dE5fG7hI9jK1lM3nO5pQ7,/hooks/T0AB/B1/[redacted]",
    "/u/eyJhbGciOi.eyJzdWIi.c2ln/x,/u/[redacted]/x",
    "/blob/0123456789abcdef0123456789ABCDEF01,/blob/[redacted]",
    "/reset-password/x7f3k9,/reset-password/[redacted]",
    "/api/token/refresh,/api/token/refresh",
    "/a;jsessionid=abc/b;v=1,/a;jsessionid=[redacted]/b;v=1"
  })
  void shouldRedactPaths(String path, String expected) {
    assertThat(redaction.path(path)).isEqualTo(expected);
  }

  @Test
  void shouldUseTheUsersNamesInstead() {
    Redaction own = new Redaction(List.of("Serial"));

    assertThat(own.query("myserialno=1&token=2")).isEqualTo("myserialno=" + R + "&token=2");
    assertThat(own.mentionsSecret("{\"SERIAL\":1}")).isTrue();
    assertThat(own.mentionsSecret("{\"token\":1}")).isFalse();
  }
}
