package dev.churnagent.http;

import java.util.List;

/** A corpus: one conversation for each way of HTTP, and for what is none. */
final class Conversations {
  static final String GET = "GET /status HTTP/1.1\r\nHost: device:8100\r\n\r\n";
  static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

  /** Begins the request for a way to a destination. */
  private static final String SOCKS5 = "\5\1\0";

  private Conversations() {}

  static List<Conversation> all() {
    return List.of(
        exchange(GET, OK),
        exchange(GET, OK).send(GET).receive(OK.replace("hello", "world")),
        exchange(GET + GET.replace("status", "other"), OK + OK.replace("200", "404")),
        exchange(
            "POST /a?b=c HTTP/1.1\r\nhost: X\r\ncontent-length: 3\r\n\r\nabc",
            "HTTP/1.1 204 No Content\r\n\r\n"),
        exchange(
            "PUT / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"
                + "4;name=value\r\nabcd\r\n10\r\n0123456789abcdef\r\n0\r\nTrailer: t\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"),
        exchange(
                "HEAD / HTTP/1.1\r\nHost: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n")
            .send(GET)
            .receive(OK),
        exchange(GET, "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n" + ""),
        exchange(GET, "HTTP/1.0 200 OK\r\n\r\nup to the end").peerEnds(),
        exchange(GET, "HTTP/1.0 200 OK\r\n\r\nup to the e"),
        exchange(
                "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\n")
            .send("ab")
            .receive(OK),
        exchange(
                "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n",
                "HTTP/1.1 417 No\r\nContent-Length: 0\r\n\r\n")
            .send(GET)
            .receive(OK),
        exchange(
            "GET /chat HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
            "HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\n\r\n\u0081\u0005hello"),
        exchange("CONNECT x:443 HTTP/1.1\r\nHost: x:443\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n")
            .send("\u0016\u0003\u0001"),
        exchange(
                "CONNECT x:80 HTTP/1.1\r\nHost: x:80\r\n\r\n",
                "HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n")
            .send("CONNECT x:80 HTTP/1.1\r\nHost: x:80\r\n\r\n")
            .receive("HTTP/1.1 200 OK\r\n\r\n")
            .send(GET)
            .receive(OK),
        exchange("CONNECT x:22 HTTP/1.1\r\nHost: x:22\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\nHTTP/")
            .send(GET),
        socks5("\1\177\0\0\1\0\120").send(GET).receive(OK),
        socks5("\3\6device\0\120").send(GET + GET).receive(OK + OK),
        socks5("\4" + "\0".repeat(15) + "\1\0\120").receive("220 mail\r\n").send(GET),
        exchange("\5\2\0\2", "\5\2")
            .send("\1\4user\6secret")
            .receive("\1\0")
            .send(SOCKS5 + "\1\177\0\0\1\0\120")
            .receive("\5\0\0\1\177\0\0\1\0\120")
            .send(GET)
            .receive(OK),
        exchange("\5\2\0\2", "\5\2").send("\1\0\0").receive("\1\1").send(GET),
        exchange("\5\2\0\2", "\5\u00ff").send(GET),
        exchange("\5\1\0", "\5\0")
            .send(SOCKS5 + "\1\177\0\0\1\0\120")
            .receive("\5\5\0\1\0\0\0\0\0\0")
            .send(GET),
        exchange("\4\1\0\120\177\0\0\1user\0", "\0\132\0\0\0\0\0\0").send(GET).receive(OK),
        exchange("\4\1\0\120\0\0\0\1\0device\0", "\0\132\0\0\0\0\0\0").send(GET).receive(OK),
        exchange("\4\1\0\120\177\0\0\1\0", "\0\133\0\0\0\0\0\0").send(GET),
        exchange("\4\0\0\0\5\0\0\0\0", "\u0084\0").send(GET),
        exchange("GET http://u:p@X:80/a HTTP/1.1\r\nHost: y\r\n\r\n", OK),
        exchange("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\0\0\0"),
        exchange("*1\r\n$4\r\nPING\r\n", "+PONG\r\n"),
        exchange("PING\r\n", "+PONG\r\n"),
        exchange("\u0016\u0003\u0001\u0002\0\u0001", "\u0016\u0003\u0003"),
        exchange("OPTIONS rtsp://x/ RTSP/1.0\r\n\r\n", "RTSP/1.0 200 OK\r\n\r\n"),
        exchange(GET, "HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\n\r\n"),
        exchange(GET, "garbage"),
        exchange(GET, OK + OK),
        exchange(GET.replace("\r\n", "\n"), OK.replace("\r\n", "\n"))
            .send("\r\n" + GET)
            .receive(OK),
        exchange("GET /\r\n", "hello"),
        new Conversation().receive("220 mail\r\n").send(GET),
        new Conversation().send(GET));
  }

  /** Through a SOCKS 5 proxy without a login. */
  static Conversation socks5(String destination) {
    return exchange("\5\1\0", "\5\0")
        .send(SOCKS5 + destination)
        .receive("\5\0\0\1\177\0\0\1\0\120");
  }

  static Conversation exchange(String sent, String received) {
    return new Conversation().send(sent).receive(received);
  }
}
