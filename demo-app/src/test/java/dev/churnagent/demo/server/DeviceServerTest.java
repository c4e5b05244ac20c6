package dev.churnagent.demo.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.demo.http.KeptConnection;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeviceServerTest {
  private DeviceServer device;

  @BeforeEach
  void open() throws IOException {
    device = DeviceServer.open();
  }

  @AfterEach
  void close() {
    device.close();
  }

  @Test
  void shouldAnswerManyRequestsOnOneKeptConnection() throws Exception {
    try (KeptConnection connection = KeptConnection.open(device.address())) {
      assertThat(connection.get("/status")).contains("\"ready\":true");
      assertThat(connection.post("/session/s-1/tap", "{\"x\":1}"))
          .isEqualTo("{\"value\":\"tap\",\"sessionId\":\"s-1\"}");
      assertThat(connection.get("/session/s-1/necessary-data"))
          .isEqualTo(
              "{\"value\":{\"bundleId\":\"dev.churnagent.shop\",\"width\":390,\"height\":844},"
                  + "\"sessionId\":\"s-1\"}");
    }

    assertThat(device.counters().awaitSettled(1, 0, 10_000)).isTrue();
    assertThat(device.counters().accepted()).isEqualTo(1);
    assertThat(device.counters().requests()).isEqualTo(3);
    assertThat(device.counters().closedByClient()).isEqualTo(1);
  }

  @Test
  void shouldCloseFirstWhenTheClientAsksForIt() throws Exception {
    String answer = exchange("GET /status HTTP/1.1\r\nHost: d\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").contains("Connection: close\r\n");
    assertThat(device.counters().awaitSettled(1, 0, 10_000)).isTrue();
    assertThat(device.counters().closedByClient()).isZero();
  }

  @Test
  void shouldCloseAfterAnHttp10RequestThatDoesNotAskToKeepTheConnection() throws Exception {
    assertThat(exchange("GET /status HTTP/1.0\r\n\r\n")).contains("Connection: close\r\n");
  }

  @Test
  void shouldAnswerRequestsThatArriveTogetherInOrder() throws Exception {
    String answer =
        exchange(
            "POST /session/s/tap HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}"
                + "GET /nothing HTTP/1.1\r\nConnection: close\r\n\r\n");

    assertThat(answer)
        .containsSubsequence("200 OK", "\"value\":\"tap\"", "404 Not Found", "unknown command");
    assertThat(device.counters().requests()).isEqualTo(2);
  }

  @Test
  void shouldWaitForTheRestOfARequest() throws Exception {
    try (Socket socket = new Socket(device.address().getAddress(), device.address().getPort())) {
      socket.setTcpNoDelay(true);
      for (byte one : "GET /status HTTP/1.1\r\nConnection: close\r\n\r\n".getBytes("US-ASCII")) {
        socket.getOutputStream().write(one);
      }
      assertThat(new String(socket.getInputStream().readAllBytes(), "US-ASCII")).contains("200 OK");
    }
    assertThat(device.counters().requests()).isEqualTo(1);
  }

  @Test
  void shouldRefuseWhatIsNotHttp() throws Exception {
    assertThat(exchange("hello\r\n\r\n")).startsWith("HTTP/1.1 400 Bad Request\r\n");
    assertThat(device.counters().requests()).isZero();
  }

  private String exchange(String request) throws IOException {
    try (Socket socket = new Socket(device.address().getAddress(), device.address().getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
