package dev.churnagent.recorder.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writes that are asked for at one time and done at another. */
class AsyncWritesTest {
  private static final int TRIES = 1000;
  private static final String HOST = " HTTP/1.1\r\nHost: h\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  private final ToldExchanges listener = new ToldExchanges();
  private final List<String> told = listener.told;
  private final WireConnection connection = new WireConnection(listener, false);

  @Test
  void shouldTellARequestWhenItIsAskedFor() {
    ByteBuffer[] request = buffers("GET /a" + HOST);
    connection.sendingLater(request);

    assertThat(told).containsExactly("started /a");
    assertThat(request[0].position()).isZero();
    take(request, request[0].limit());
    receive();
    assertThat(told).containsExactly("started /a", "ended /a");
  }

  @Test
  void shouldTakeBackWhatWasNotTaken() {
    ByteBuffer[] request = buffers("GET /a" + HOST);
    connection.sendingLater(request);
    take(request, 7);
    connection.sendingLater(request);
    take(request, request[0].remaining());
    receive();

    assertThat(told).as("told once").containsExactly("started /a", "ended /a");
  }

  @Test
  void shouldForgetAWriteThatFailedOnceAnotherOneFollows() {
    connection.sendingLater(buffers("GET /never" + HOST));
    ByteBuffer[] request = buffers("GET /a" + HOST);
    connection.sendingLater(request);
    take(request, request[0].limit());
    receive();

    assertThat(told).last().isEqualTo("ended /a");
    assertThat(told).doesNotContain("ended /never");
  }

  @Test
  void shouldHoldNothingOfAWriteThatGoesOn() throws InterruptedException {
    List<WeakReference<Object>> held = new ArrayList<>();
    Thread thread =
        new Thread(
            () -> {
              ByteBuffer[] request = buffers("GET /a" + HOST);
              connection.sendingLater(request);
              held.add(new WeakReference<>(request));
              held.add(new WeakReference<>(request[0]));
              held.add(new WeakReference<>(request[0].array()));
            });
    thread.start();
    thread.join();
    held.add(new WeakReference<>(thread));
    thread = null;
    for (int i = 0; i < TRIES && held.stream().anyMatch(each -> each.get() != null); i++) {
      System.gc();
    }

    assertThat(held).allMatch(each -> each.get() == null);
    assertThat(told).containsExactly("started /a");
  }

  private void take(ByteBuffer[] buffers, int count) {
    buffers[0].position(buffers[0].position() + count);
    connection.sentLater(count, buffers);
  }

  private void receive() {
    ByteBuffer answer = buffers(OK)[0];
    connection.received(answer.limit(), answer.position(answer.limit()));
  }

  private static ByteBuffer[] buffers(String text) {
    return new ByteBuffer[] {ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1))};
  }
}
