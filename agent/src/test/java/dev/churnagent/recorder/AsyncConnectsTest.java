package dev.churnagent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.Callers;
import java.io.FileDescriptor;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.UnresolvedAddressException;
import org.junit.jupiter.api.Test;

/** Asynchronous connects, whose outcome shows on whichever thread has it. */
class AsyncConnectsTest extends RecorderFixture {
  @Test
  void shouldTellAnAsynchronousConnectWithTheStackThatAskedForIt() throws InterruptedException {
    FileDescriptor fd = descriptor();
    Callers.first(() -> asyncStarted(fd));
    Thread events =
        new Thread(
            () -> {
              recorder.asyncFinishStarted(fd);
              recorder.asyncConnected(fd, LOCAL);
              recorder.socketFailed(new ConnectException("of another socket"));
            });
    events.start();
    events.join();
    close(fd);

    RecordedRun.Content content = run.read();
    assertThat(content.events).containsExactly(ESTABLISHED, CLOSED + "LOCAL");
    assertThat(content.stacks.get(content.stackIds.get(0)).frames().get(0).method())
        .isEqualTo("first");
  }

  @Test
  void shouldTellAnAsynchronousConnectThatEndsAtOnce() {
    FileDescriptor fd = descriptor();
    Object token = recorder.asyncConnectStarted(fd, REMOTE, false);
    recorder.asyncConnected(fd, LOCAL);
    recorder.asyncConnectReturned(token, null);
    assertThat(recorder.asyncConnectStarted(fd, REMOTE, false)).as("connected already").isNull();

    token = recorder.asyncConnectStarted(descriptor(), REMOTE, false);
    recorder.socketFailed(new ConnectException("Connection refused"));
    recorder.asyncConnectReturned(token, null);

    assertThat(run.events()).containsExactly(ESTABLISHED, "failed 127.0.0.1:80 refused");
  }

  @Test
  void shouldTellAnAsynchronousConnectThatThrows() {
    InetSocketAddress nowhere = InetSocketAddress.createUnresolved("nohost.invalid", 80);
    Object token = recorder.asyncConnectStarted(descriptor(), nowhere, false);
    recorder.asyncConnectReturned(token, new UnresolvedAddressException());
    token = recorder.asyncConnectStarted(descriptor(), REMOTE, false);
    recorder.asyncConnectReturned(token, new SecurityException("denied"));
    recorder.socketFailed(new ConnectException("of another socket"));

    assertThat(run.events()).containsExactly("failed nohost.invalid:80 unresolved");
  }

  @Test
  void shouldTellAnAsynchronousFailureOfTheEventThread() {
    FileDescriptor fd = descriptor();
    asyncStarted(fd);
    recorder.asyncFinishStarted(fd);
    recorder.socketFailed(new ConnectException("Connection refused"));
    recorder.socketFailed(new ConnectException("Connection refused"));
    close(fd);

    assertThat(run.events()).containsExactly("failed 127.0.0.1:80 refused");
  }

  @Test
  void shouldTellOnceOfAnAsynchronousConnectThatIsClosedWhileItEnds() {
    FileDescriptor failing = descriptor();
    asyncStarted(failing);
    recorder.asyncFinishStarted(failing);
    close(failing);
    recorder.socketFailed(new AsynchronousCloseException());
    assertThat(run.events()).containsExactly(ABANDONED);

    FileDescriptor throwing = descriptor();
    Object token = recorder.asyncConnectStarted(throwing, REMOTE, false);
    close(throwing);
    recorder.asyncConnectReturned(token, new IOException("closed"));
    assertThat(run.events()).containsExactly(ABANDONED, ABANDONED);
  }
}
