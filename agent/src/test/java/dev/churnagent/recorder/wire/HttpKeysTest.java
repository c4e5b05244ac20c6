package dev.churnagent.recorder.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.http.HttpConnection;
import dev.churnagent.http.HttpExchange;
import dev.churnagent.http.Redaction;
import dev.churnagent.model.KeyBasis;
import dev.churnagent.model.RequestKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a request is written down, and which requests are the same. */
class HttpKeysTest {
  private final List<RequestKey> defined = new ArrayList<>();
  private final HttpKeys keys = keys(1);
  private final HttpKeys otherRun = keys(2);

  private HttpKeys keys(long salt) {
    return new HttpKeys(
        key -> {
          defined.add(key);
          return defined.size() - 1;
        },
        new Redaction(Redaction.DEFAULT_NAMES),
        salt);
  }

  @Test
  void shouldNumberTheSameRequestOnce() {
    assertThat(keys.idOf(get("/a?b=c"))).isEqualTo(keys.idOf(get("/a?b=c")));
    assertThat(keys.idOf(get("/a?b=d"))).isNotEqualTo(keys.idOf(get("/a?b=c")));
    assertThat(defined).hasSize(2);
  }

  @Test
  void shouldMergeRunsUnlessThereAreSecrets() {
    assertThat(keys.key(get("/a?b=c"))).isEqualTo(otherRun.key(get("/a?b=c")));
    assertThat(keys.key(post("a=b"))).isEqualTo(otherRun.key(post("a=b")));

    assertThat(keys.key(get("/a?token=c")).fingerprint())
        .isNotEqualTo(otherRun.key(get("/a?token=c")).fingerprint());
    assertThat(keys.key(post("user=a&password=b")).arguments())
        .isNotEqualTo(otherRun.key(post("user=a&password=b")).arguments());
  }

  @Test
  void shouldTellSecretsApartWithoutWritingThem() {
    RequestKey one = keys.key(get("/a?token=first"));
    RequestKey other = keys.key(get("/a?token=other"));

    assertThat(one.fingerprint()).isNotEqualTo(other.fingerprint());
    assertThat(one.toString()).doesNotContain("first");
    assertThat(keys.key(get("http://user:word@host/a")).toString()).doesNotContain("word");
    assertThat(keys.key(get("http://user:word@host/a")).fingerprint())
        .isNotEqualTo(otherRun.key(get("http://user:word@host/a")).fingerprint());
    assertThat(keys.key(get("/" + "a".repeat(2000) + "?x=1&token=first")).arguments())
        .isEqualTo("x=1&token=[redacted]");
  }

  @Test
  void shouldDescribeTargetQueryAndBody() {
    RequestKey key = keys.key(post("a=b"));

    assertThat(key.target()).isEqualTo("POST http://host/a");
    assertThat(key.arguments()).matches("q=1 body [0-9a-f]{16}");
    assertThat(key.basis()).isEqualTo(KeyBasis.VALUE);
    assertThat(keys.key(exchange("POST /a HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc")).basis())
        .as("cut")
        .isEqualTo(KeyBasis.BOUNDED);
  }

  private static HttpExchange get(String target) {
    return exchange("GET " + target + " HTTP/1.1\r\nHost: host\r\n\r\n");
  }

  private static HttpExchange post(String body) {
    String length = "Content-Length: " + body.length() + "\r\n\r\n";
    return exchange("POST /a?q=1 HTTP/1.1\r\nHost: host\r\n" + length + body);
  }

  private static HttpExchange exchange(String text) {
    HttpConnection connection = new HttpConnection(false);
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    connection.sent(bytes, 0, bytes.length);
    return connection.nextStarted();
  }
}
