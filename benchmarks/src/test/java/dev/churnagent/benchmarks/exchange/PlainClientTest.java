package dev.churnagent.benchmarks.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.churnagent.benchmarks.server.Answers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client and the server's answers, without sockets. */
class PlainClientTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100, 4096})
  void shouldUnderstandEachOtherHoweverReadsAreCut(int most) throws IOException {
    Answers answers = new Answers();
    ByteArrayOutputStream requests = new ByteArrayOutputStream();
    ByteArrayOutputStream answered = new ByteArrayOutputStream();
    for (int i = 1; i <= 2; i++) {
      // The request is written before the answer, which is not there yet, is missed.
      assertThatThrownBy(() -> client("", most, requests).exchange())
          .isInstanceOf(IOException.class);
    }
    answers.serve(cut(requests.toByteArray(), most), answered);

    assertThat(answers.answered()).isEqualTo(2);
    byte[] both = answered.toByteArray();
    String one = new String(both, 0, both.length / 2, StandardCharsets.ISO_8859_1);
    assertThat(one).endsWith("\r\n\r\n" + "1".repeat(Answers.BODY_LENGTH));
    client(one, most, requests).exchange();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n12",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n",
        "HTTP/1.1 200 OK\r\n\r\n123",
        "HTTP/1.1 503 Later\r\nContent-Length: 3\r\n\r\n123",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n1234"
      })
  void shouldRefuseWhatIsNoAnswer(String answer) {
    assertThatThrownBy(() -> client(answer, 4096, new ByteArrayOutputStream()).exchange())
        .isInstanceOf(IOException.class);
  }

  @Test
  void shouldNotAnswerHalfARequest() throws IOException {
    Answers answers = new Answers();
    ByteArrayOutputStream answered = new ByteArrayOutputStream();
    answers.serve(
        cut("GET / HTTP/1.1\r\nHost: a\r\n\r".getBytes(StandardCharsets.ISO_8859_1), 4096),
        answered);
    answers.serve(cut("\n".getBytes(StandardCharsets.ISO_8859_1), 4096), answered);

    assertThat(answers.answered()).isZero();
    assertThat(answered.size()).isZero();
  }

  private static PlainClient client(String answer, int most, ByteArrayOutputStream requests) {
    return PlainClient.of(
        "127.0.0.1:1", cut(answer.getBytes(StandardCharsets.ISO_8859_1), most), requests);
  }

  /** A stream that gives no more than so many bytes at once. */
  private static InputStream cut(byte[] bytes, int most) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        return super.read(buffer, offset, Math.min(most, length));
      }
    };
  }
}
