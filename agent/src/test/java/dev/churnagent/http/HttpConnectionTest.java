package dev.churnagent.http;

import static dev.churnagent.http.Conversations.GET;
import static dev.churnagent.http.Conversations.OK;
import static dev.churnagent.http.Conversations.exchange;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an exchange, where it ends, and what is none. */
class HttpConnectionTest {
  private static final String STATUS = "GET http://device:8100/status -> 200";

  @Test
  void shouldSeeRequestsOneAfterTheOtherOnOneConnection() {
    assertThat(exchange(GET, OK).send(GET).receive(OK).plainOutcome())
        .containsExactly(STATUS, STATUS + " again", "HTTP");
  }

  @Test
  void shouldGivePipelinedAnswersToTheirRequestsInOrder() {
    assertThat(
            exchange(GET + GET.replace("status", "other"), OK + OK.replace("200", "404"))
                .plainOutcome())
        .containsExactly(STATUS, "GET http://device:8100/other -> 404 again", "HTTP");
  }

  @Test
  void shouldDigestBodiesWithoutTheirChunks() {
    String head = "POST / HTTP/1.1\r\nHost: x\r\n";
    List<String> whole = exchange(head + "Content-Length: 4\r\n\r\nabcd", OK).outcome();

    assertThat(
            exchange(
                    head
                        + "Transfer-Encoding: Chunked\r\n\r\n"
                        + "1;a=b\r\na\r\n3 \r\nbcd\r\n0\r\nX: y\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n")
                .outcome())
        .isEqualTo(whole);
    assertThat(exchange(head + "Content-Length: 4\r\n\r\nabce", OK).outcome()).isNotEqualTo(whole);
    assertThat(exchange(GET, OK).outcome())
        .isNotEqualTo(exchange(GET, OK.replace("hello", "hallo")).outcome());
  }

  @Test
  void shouldTellTheSameBodyWithAnotherStatusApart() {
    assertThat(exchange(GET, OK).outcome().get(0).split("#")[1])
        .isNotEqualTo(exchange(GET, OK.replace("200", "203")).outcome().get(0).split("#")[1]);
  }

  @ParameterizedTest
  @CsvSource({"HEAD,200", "GET,204", "GET,304"})
  void shouldExpectNoBodyWhereThereIsNone(String method, int status) {
    String answer = "HTTP/1.1 " + status + " x\r\nContent-Length: 7\r\n\r\n";

    assertThat(exchange(GET.replace("GET", method), answer).send(GET).receive(OK).plainOutcome())
        .containsExactly(
            method + " http://device:8100/status -> " + status, STATUS + " again", "HTTP");
  }

  @Test
  void shouldTakeTheEndOfTheStreamForTheEndOfABodyWithoutLength() {
    String answer = "HTTP/1.0 200 OK\r\n\r\nhello";

    assertThat(exchange(GET, answer).peerEnds().outcome().get(1))
        .isEqualTo(exchange(GET, OK).outcome().get(0));
    assertThat(exchange(GET, answer).plainOutcome()).containsExactly("HTTP", STATUS + " (cut)");
  }

  @Test
  void shouldTellARequestWithoutAnAnswer() {
    assertThat(new Conversation().send(GET).peerEnds().plainOutcome())
        .containsExactly("ENDED", "GET http://device:8100/status -> 0 (cut)");
  }

  @Test
  void shouldPassOverInterimAnswers() {
    String head = "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";
    String early = "HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n";

    assertThat(exchange(head, early).send("ab").receive(OK).plainOutcome())
        .containsExactly("POST http://x/ body 2 -> 200", "HTTP");
    assertThat(exchange(head, OK.replace("200", "417")).send(GET).receive(OK).plainOutcome())
        .as("the body was not asked for and did not come")
        .containsExactly("POST http://x/ -> 417", STATUS + " again", "HTTP");
  }

  @Test
  void shouldStopWhereAnotherProtocolTakesOver() {
    String head = "GET /chat HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n\r\n";

    assertThat(
            exchange(head, "HTTP/1.1 101 x\r\nUpgrade: websocket\r\n\r\n\u0081\u0001x")
                .send(GET)
                .plainOutcome())
        .containsExactly("GET http://x/chat -> 101 (cut) (abandoned)", "UPGRADED");
    assertThat(
            exchange(GET, "HTTP/1.1 101 x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n")
                .plainOutcome())
        .last()
        .isEqualTo("HTTP2");
  }

  @Test
  void shouldSeeWhatGoesThroughAnHttpTunnel() {
    String connect = "CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n";
    String opened = "HTTP/1.1 200 OK\r\n\r\n";

    assertThat(
            exchange(connect, OK.replace("200", "407"))
                .send(connect)
                .receive(opened)
                .send(GET)
                .receive(OK)
                .send(GET)
                .receive(OK)
                .plainOutcome())
        .containsExactly(STATUS, STATUS + " again", "HTTP");
    assertThat(exchange(connect, opened).send("\u0016\u0003\u0001").send(GET).plainOutcome())
        .as("TLS")
        .containsExactly("NOT_HTTP");
    assertThat(exchange(connect, opened + "SSH-2.0\r\n").send(GET).plainOutcome())
        .as("its server speaks first")
        .containsExactly("NOT_HTTP");
  }

  @Test
  void shouldPassOverWhatOpensTheWayThroughASocksProxy() {
    String request = "\5\1\0\3\6device\0\120";
    String reply = "\5\0\0\1\177\0\0\1\0\120";

    assertThat(
            exchange("\5\1\0", "\5\0")
                .send(request)
                .receive(reply)
                .send(GET)
                .receive(OK)
                .plainOutcome())
        .containsExactly(STATUS, "HTTP");
    assertThat(
            exchange("\5\2\0\2", "\5\2")
                .send("\1\4user\6secret")
                .receive("\1\0")
                .send(request)
                .receive(reply)
                .send(GET)
                .receive(OK)
                .send(GET)
                .receive(OK)
                .plainOutcome())
        .as("after a login")
        .containsExactly(STATUS, STATUS + " again", "HTTP");
    assertThat(
            exchange("\5\1\0", "\5\0")
                .send(request)
                .receive("\5\5" + reply.substring(2))
                .send(GET)
                .plainOutcome())
        .as("refused")
        .containsExactly("NOT_HTTP");
    assertThat(
            exchange("\5\1\0", "\5\0")
                .send(request)
                .receive(reply + "220 mail\r\n")
                .send(GET)
                .plainOutcome())
        .as("its server speaks first")
        .containsExactly("NOT_HTTP");
    assertThat(exchange("\5\1\0", "\5\0").send(GET).plainOutcome()).containsExactly("NOT_HTTP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\177\0\0\1user\0", "\177\0\0\1\0", "\0\0\0\1\0device\0"})
  void shouldPassOverSocks4(String destinationAndUser) {
    Conversation opened =
        exchange("\4\1\0\120" + destinationAndUser, "\0\132\0\0\0\0\0\0").send(GET).receive(OK);

    assertThat(opened.plainOutcome()).containsExactly(STATUS, "HTTP");
    assertThat(
            exchange("\4\1\0\120" + destinationAndUser, "\0\133\0\0\0\0\0\0")
                .send(GET)
                .plainOutcome())
        .as("refused")
        .containsExactly("NOT_HTTP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\4\0\0\0\5\0\0\0\0", "\5\0\0\0\5", "\4\2", "\6\1\0"})
  void shouldNotTakeOtherProtocolsForSocks(String first) {
    assertThat(new Conversation().send(first).plainOutcome()).containsExactly("NOT_HTTP");
  }

  @Test
  void shouldKnowHttp2ByItsPreface() {
    assertThat(new Conversation().send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").outcome())
        .containsExactly("HTTP2");
  }

  @ParameterizedTest
  @CsvSource({
    "GET http://Device/a HTTP/1.1,GET http://device/a",
    "GET http://device:80 HTTP/1.1,GET http://device/",
    "GET http://u:p@device:81?q HTTP/1.1,GET http://device:81/?q",
    "GET https://device:443/a#part HTTP/1.1,GET https://device/a",
    "GET /a?b=c HTTP/1.0,GET http://other/a?b=c",
    "OPTIONS * HTTP/1.1,OPTIONS http://other*",
    "M-SEARCH /a HTTP/1.1,M-SEARCH http://other/a"
  })
  void shouldMakeTheUrlFromTargetAndHost(String line, String expected) {
    assertThat(exchange(line + "\r\nHost: OTHER:80\r\n\r\n", OK).plainOutcome())
        .first()
        .isEqualTo(expected + " -> 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*1\r\n$4\r\nPING\r\n",
        "PING\r\n",
        "get key\r\n",
        "USER anonymous\r\n",
        "EHLO host\r\n",
        "SELECT 1\r\n",
        "GET / HTTP/2\r\n",
        "GET / HTTP/1.x\r\n",
        "GET / RTSP/1.0\r\n",
        "GET /\r\n",
        "GET  / HTTP/1.1\r\n",
        "A / HTTP/1.1\r\n",
        "get / HTTP/1.1\r\n",
        "\u0016\u0003\u0001\u0002",
        "\r\nGET / HTTP/1.1\r\n",
        "\0\0\0",
        "{\"a\":1}\n"
      })
  void shouldLeaveEverythingElseAlone(String first) {
    assertThat(new Conversation().send(first).send(GET).receive(OK).outcome())
        .containsExactly("NOT_HTTP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "\u0016", "GET x", "SET key", "GET / X"})
  void shouldDecideAsSoonAsItCan(String first) {
    assertThat(new Conversation().send(first).outcome()).containsExactly("NOT_HTTP");
  }

  @Test
  void shouldLeaveAServerThatSpeaksFirstAlone() {
    assertThat(new Conversation().receive("220 mail\r\n").send(GET).receive(OK).outcome())
        .containsExactly("NOT_HTTP");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
        "HTTP/1.1 20 OK\r\n\r\n",
        "ICY 200 OK\r\n\r\n"
      })
  void shouldGiveUpOnBrokenAnswers(String answer) {
    List<String> outcome = exchange(GET, answer).plainOutcome();

    assertThat(outcome.get(0)).contains("(abandoned)");
    assertThat(outcome.get(1)).isEqualTo("MALFORMED");
  }

  @Test
  void shouldGiveUpOnLinesAndHeadsWithoutEnd() {
    String start = "GET /status HTTP/1.1\r\nHost: device:8100\r\n";

    assertThat(new Conversation().send("GET /" + "a".repeat(20_000)).outcome())
        .containsExactly("NOT_HTTP");
    assertThat(exchange(start + "Cookie: " + "a".repeat(20_000) + "\r\n\r\n", OK).plainOutcome())
        .as("a long line that nobody needs")
        .containsExactly(STATUS, "HTTP");
    assertThat(
            exchange(start + "Content-Length: " + " ".repeat(20_000) + "1\r\n\r\n", OK)
                .plainOutcome())
        .containsExactly("MALFORMED");
    assertThat(new Conversation().send(start + "X: y\r\n".repeat(60_000)).outcome())
        .containsExactly("MALFORMED");
  }

  @Test
  void shouldTakeBackWhatDidNotGoOut() {
    byte[] request =
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nabcd"
            .getBytes(StandardCharsets.ISO_8859_1);
    String whole =
        Conversation.describe(answered(connection -> connection.sent(request, 0, request.length)));
    for (int out = 0; out < request.length; out++) {
      int wentOut = out;
      HttpExchange exchange =
          answered(
              connection -> {
                connection.mark();
                connection.sent(request, 0, request.length);
                HttpExchange started = connection.nextStarted();
                started.attach("asker");
                connection.rollBack();
                connection.sent(request, 0, wentOut);
                connection.mark();
                connection.sent(request, wentOut, request.length);
                connection.rollBack();
                connection.sent(request, wentOut, request.length);
                assertThat(connection.nextStarted()).as("told once").isNull();
              });

      assertThat(Conversation.describe(exchange)).isEqualTo(whole);
      assertThat(exchange.attachment()).isEqualTo("asker");
    }
  }

  private static HttpExchange answered(java.util.function.Consumer<HttpConnection> sender) {
    HttpConnection connection = new HttpConnection(false);
    sender.accept(connection);
    byte[] answer = OK.getBytes(StandardCharsets.ISO_8859_1);
    connection.received(answer, 0, answer.length);
    return connection.nextEnded();
  }

  @Test
  void shouldTellAnAnswerThatWasReadInPart() {
    String begun = OK.substring(0, OK.length() - 1);
    assertThat(unread(begun, HttpConnection::closed)).isTrue();
    assertThat(unread(begun, HttpConnection::left)).isTrue();
    assertThat(unread("HTTP/1.0 200 OK\r\n\r\nhello", HttpConnection::closed)).isTrue();

    assertThat(unread(OK, HttpConnection::closed)).as("read whole").isFalse();
    assertThat(unread("HTTP/1.1 2", HttpConnection::closed)).as("not answered yet").isFalse();
    assertThat(unread(begun, HttpConnection::endOfAnswers)).as("cut by the peer").isFalse();
    assertThat(unread(begun, HttpConnection::lost)).as("nothing is known").isFalse();
  }

  private static boolean unread(String answer, Consumer<HttpConnection> end) {
    HttpConnection connection = new HttpConnection(false);
    byte[] request = GET.getBytes(StandardCharsets.ISO_8859_1);
    byte[] response = answer.getBytes(StandardCharsets.ISO_8859_1);
    connection.sent(request, 0, request.length);
    connection.received(response, 0, response.length);
    end.accept(connection);
    return connection.nextEnded().isAnswerUnread();
  }
}
