package dev.churnagent.http;

import static dev.churnagent.http.Conversations.GET;
import static dev.churnagent.http.Conversations.OK;
import static dev.churnagent.http.Conversations.exchange;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A head that is the same as the one before it is not read again, which must not show. What is fed
 * byte by byte is read each time, and so tells what is right.
 */
class KnownHeadTest {
  private static final String POST = "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n";

  @Test
  void shouldNotReadTheSameHeadAgain() {
    HttpConnection connection = new HttpConnection(false);
    RequestHead first = requested(connection, GET).head;

    assertThat(requested(connection, GET).head).isSameAs(first);
    assertThat(requested(connection, GET.replace("8100", "8101")).head).isNotSameAs(first);
    String large = GET.replace("Host", "X: " + "y".repeat(KnownHead.MAX_LENGTH) + "\r\nHost");
    RequestHead read = requested(connection, large).head;
    assertThat(requested(connection, large).head).as("too large to keep").isNotSameAs(read);
  }

  @Test
  void shouldTellHeadsApartThatDifferInOneByte() {
    for (int at = 0; at < GET.length(); at++) {
      for (String other : near(GET, at)) {
        isReadAsEver(exchange(GET, OK).send(other).receive(OK).send(GET).receive(OK));
      }
    }
    int head = OK.indexOf("hello");
    for (int at = 0; at < head; at++) {
      for (String other : near(OK, at)) {
        isReadAsEver(exchange(GET, OK).send(GET).receive(other).send(GET).receive(OK));
      }
    }
  }

  /** One byte is another, missing, or one too many. */
  private static List<String> near(String text, int at) {
    String before = text.substring(0, at);
    String after = text.substring(at + 1);
    char c = text.charAt(at);
    return List.of(
        before + (char) (c ^ 1) + after,
        before + (char) (c ^ 0x20) + after,
        before + '\n' + after,
        before + after,
        before + c + c + after);
  }

  @Test
  void shouldNotDependOnWhereARepeatedHeadIsCut() {
    Conversation conversation =
        exchange(GET + GET, OK + OK)
            .send(POST + "abc")
            .receive(OK)
            .send(POST + "abd" + POST)
            .receive(OK)
            .send("abc")
            .receive(OK + OK.substring(0, 9));
    List<String> whole = conversation.outcome();
    isReadAsEver(conversation);
    for (int place = 1; place < conversation.length(); place++) {
      assertThat(conversation.cutAt(place)).as("cut at %d", place).isEqualTo(whole);
    }
    assertThat(conversation.outcomeOfPartialWrites(rest -> Math.min(rest, 7), connection -> {}))
        .isEqualTo(whole);
  }

  @Test
  void shouldKnowAHeadAgainAfterOnesThatAreNotKept() {
    String filler = "X: " + "y".repeat(KnownHead.MAX_LENGTH) + "\r\nHost";
    String notFound = "HTTP/1.1 404 No\r\nX: " + filler + ": z\r\nContent-Length: 2\r\n\r\nno";
    isReadAsEver(
        exchange(POST + "abc", OK)
            .send(GET.replace("Host", filler))
            .receive(notFound)
            .send(POST + "abc")
            .receive("HTTP/1.1 100 Continue\r\n\r\n" + OK));
    isReadAsEver(exchange(GET, OK).send(POST + "abc" + GET).receive(notFound + OK));
  }

  @Test
  void shouldDigestTheBodyAfterAKnownHead() {
    List<String> lines =
        exchange(POST + "abc", OK)
            .send(POST + "abd")
            .receive(OK.replace("hello", "world"))
            .send(POST + "abc")
            .receive(OK)
            .outcome();

    assertThat(digests(lines.get(2))).isEqualTo(digests(lines.get(0)));
    assertThat(digests(lines.get(1))).doesNotContainAnyElementsOf(digests(lines.get(0)));
  }

  /** Of the request's body, the answer, the request. */
  private static List<String> digests(String line) {
    String[] parts = line.split("#");
    return List.of(parts[1].split(" ")[0], parts[2].split(" ")[0], parts[3]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 101 Other\r\nUpgrade: h2c\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 204 No Content\r\n\r\n",
        "\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"
      })
  void shouldTreatAKnownHeadByItsRequest(String answer) {
    String head = GET.replace("GET", "HEAD");
    isReadAsEver(exchange(GET, answer + answer).send(GET).receive(answer).receive(answer));
    isReadAsEver(exchange(head + GET + head, answer + answer + "hello" + answer));
    isReadAsEver(exchange("\r\n" + GET, OK).send("\r\n" + GET).receive(answer + OK));
    isReadAsEver(exchange(GET, OK).send("\r\n" + GET + "\r\n" + GET).receive(OK + answer));
    isReadAsEver(exchange(GET.replace("GET", "CONNECT"), answer).send(GET).receive(answer));
    String expecting = POST.replace("Host", "Expect: 100-continue\r\nHost");
    isReadAsEver(exchange(expecting, answer).send(expecting).receive(answer).send("abc" + GET));
  }

  @Test
  void shouldHoldLittleOfAHead() {
    HttpConnection connection = new HttpConnection(false);
    for (int length : new int[] {10_000, 600, 10_000}) {
      requested(connection, GET.replace("/status", "/" + "x".repeat(length)));
      byte[] answer = OK.replace("OK", "O".repeat(length)).getBytes(StandardCharsets.ISO_8859_1);
      connection.received(answer, 0, answer.length);
      connection.nextEnded();

      assertThat(HeldBytes.of(connection)).as("a rest").isLessThan(4 * KnownHead.MAX_LENGTH);
    }
  }

  private static HttpExchange requested(HttpConnection connection, String request) {
    byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
    connection.sent(bytes, 0, bytes.length);
    return connection.nextStarted();
  }

  private static void isReadAsEver(Conversation conversation) {
    assertThat(conversation.outcome()).isEqualTo(conversation.outcome(rest -> 1));
  }
}
