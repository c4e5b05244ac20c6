package dev.churnagent.recorder.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the order of what goes over a connection can't be known, nothing is made up. */
class WireConnectionTest {
  private static final String GET = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n";
  private static final String BEGUN = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc";

  private final ToldExchanges listener = new ToldExchanges();
  private final List<String> told = listener.told;
  private final WireConnection connection = new WireConnection(listener, false);

  @Test
  void shouldTellAnAnswerThatWasReadInPartWhenTheProgramCloses() {
    send(GET);
    receive(BEGUN);
    connection.closed();

    assertThat(told).containsExactly("started /a", "ended /a unread", "ENDED");
  }

  @Test
  void shouldTellAnAnswerThatWasReadInPartWhenTheRecordingEnds() {
    send(GET);
    receive(BEGUN);
    connection.left();

    assertThat(told).containsExactly("started /a", "ended /a unread", "ENDED");
  }

  @Test
  void shouldGiveUpWhereTwoThreadsWriteAtOnce() throws InterruptedException {
    send(GET);
    receive(BEGUN);
    byAnotherThread(() -> connection.sending(buffers(GET), 0, 1));
    connection.sending(buffers(GET), 0, 1);

    assertThat(told).last().isEqualTo("MALFORMED");
    assertThat(told).doesNotContain("ended /a unread");
    assertThat(connection.isIgnored()).isTrue();
  }

  @Test
  void shouldGiveUpWhereTwoThreadsReadAtOnce() throws InterruptedException {
    send(GET);
    receive(BEGUN);
    ByteBuffer[] target = {ByteBuffer.allocate(10)};
    connection.receiving(target, 0, 1);
    byAnotherThread(() -> connection.receiving(target, 0, 1));
    connection.received(3, target, 0);

    assertThat(told).containsExactly("started /a", "ended /a", "MALFORMED");
  }

  @Test
  void shouldGiveUpWhereTwoThreadsWrapAtOnce() throws InterruptedException {
    send(GET);
    receive(BEGUN);
    connection.wrapping(buffers(GET), 0, 1);
    byAnotherThread(() -> connection.wrapping(buffers(GET), 0, 1));
    connection.wrapped(GET.length(), buffers(GET), 0);

    assertThat(told).containsExactly("started /a", "ended /a", "MALFORMED");
  }

  private static void byAnotherThread(Runnable work) throws InterruptedException {
    Thread thread = new Thread(work);
    thread.start();
    thread.join();
  }

  private void send(String text) {
    connection.sent(bytes(text), 0, text.length());
  }

  private void receive(String text) {
    connection.received(bytes(text), 0, text.length());
  }

  private static ByteBuffer[] buffers(String text) {
    return new ByteBuffer[] {ByteBuffer.wrap(bytes(text))};
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
