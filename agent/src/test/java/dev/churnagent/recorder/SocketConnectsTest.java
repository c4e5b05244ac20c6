package dev.churnagent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.Callers;
import java.io.FileDescriptor;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.AsynchronousCloseException;
import org.junit.jupiter.api.Test;

/**
 * Blocking connects, in the orders that the JDK calls the hooks in and in those that races bring.
 */
class SocketConnectsTest extends RecorderFixture {
  @Test
  void shouldTellAConnectAndItsCloseOnce() {
    FileDescriptor fd = descriptor();
    Object token = recorder.connectStarted(fd, false);
    assertThat(run.events()).isEmpty();
    succeed(token);
    assertThat(run.events()).as("before the program goes on").containsExactly(ESTABLISHED);
    close(fd);
    close(fd);

    RecordedRun.Content content = run.read();
    assertThat(content.events).containsExactly(ESTABLISHED, CLOSED + "LOCAL");
    assertThat(content.stackIds.get(1)).isEqualTo(content.stackIds.get(0));
    assertThat(content.durations).allMatch(duration -> duration >= 0);
  }

  @Test
  void shouldTakeTheStackWhereTheProgramConnected() {
    for (int i = 0; i < 2; i++) {
      Callers.first(() -> connected().hashCode());
    }
    Callers.second(() -> connected().hashCode());

    RecordedRun.Content content = run.read();
    assertThat(content.stackIds).containsExactly(0, 0, 1);
    assertThat(content.stacks.get(0).frames().get(0).method()).isEqualTo("first");
    assertThat(content.stacks.get(1).frames().get(0).method()).isEqualTo("second");
  }

  @Test
  void shouldTellEachFailureWithItsKind() {
    fail(false, new ConnectException("Connection refused"));
    fail(false, new BindException("Cannot assign requested address"));
    fail(true, new BindException("Address already in use"));
    Object token = recorder.connectStarted(descriptor(), false);
    InetSocketAddress nowhere = InetSocketAddress.createUnresolved("nohost.invalid", 80);
    recorder.socketConnectEnded(token, null, 80, nowhere, 0, new UnknownHostException());

    assertThat(run.events())
        .containsExactly(
            "failed 127.0.0.1:80 refused",
            "failed 127.0.0.1:80 exhausted",
            "failed 127.0.0.1:80 other",
            "failed nohost.invalid:80 unresolved");
  }

  @Test
  void shouldKeepTheSystemsWordsForTheFirstExhaustionOnly() {
    fail(false, new ConnectException("Connection refused"));
    fail(false, new BindException("Cannot assign requested address"));
    fail(false, new BindException("Address already in use: connect"));

    assertThat(run.read().descriptions)
        .containsExactly("exhausted: Cannot assign requested address");
  }

  @Test
  void shouldTellAFailureOnceThoughTheJdkClosesTheSocketInside() {
    FileDescriptor fd = descriptor();
    Object token = recorder.connectStarted(fd, false);
    close(fd);
    recorder.socketConnectEnded(
        token, REMOTE.getAddress(), 80, REMOTE, 0, new ConnectException("Connection refused"));

    assertThat(run.events()).containsExactly("failed 127.0.0.1:80 refused");
  }

  @Test
  void shouldNotTellWhatTheJdkRejects() {
    FileDescriptor fd = connected();
    assertThat(recorder.connectStarted(fd, false)).as("connected already").isNull();
    recorder.socketConnectEnded(null, null, 0, REMOTE, 0, new SocketException("connected"));
    recorder.channelConnectEnded(null, REMOTE, null, false, new AlreadyConnectedException());

    FileDescriptor denied = descriptor();
    Object token = recorder.connectStarted(denied, false);
    recorder.channelConnectEnded(token, REMOTE, null, false, new SecurityException("denied"));
    assertThat(run.events()).containsExactly(ESTABLISHED);

    succeed(recorder.connectStarted(denied, false));
    assertThat(run.events()).as("may try again").containsExactly(ESTABLISHED, ESTABLISHED);
  }

  @Test
  void shouldTellBothWhenAnotherThreadClosesBetweenSuccessAndItsHook() {
    FileDescriptor fd = descriptor();
    Object token = recorder.connectStarted(fd, false);
    close(fd);
    succeed(token);
    close(fd);

    assertThat(run.events()).containsExactly(ESTABLISHED, CLOSED + "LOCAL");
  }

  @Test
  void shouldTellAFailureWhenAnotherThreadClosesWhileConnecting() {
    FileDescriptor fd = descriptor();
    Object token = recorder.connectStarted(fd, false);
    close(fd);
    recorder.channelConnectEnded(token, REMOTE, null, false, new AsynchronousCloseException());

    assertThat(run.events()).containsExactly("failed 127.0.0.1:80 other");
  }

  @Test
  void shouldIgnoreAcceptedSockets() {
    FileDescriptor accepted = descriptor();
    recorder.lingerSet(accepted, 0);
    recorder.lingerSet(descriptor(), 5);
    recorder.outputShutDown(accepted);
    recorder.closing(accepted);
    recorder.closing(descriptor());

    assertThat(run.events()).isEmpty();
    assertThat(run.read().lost).isZero();
  }

  @Test
  void shouldNotMistakeAnotherSocketForOneWhoseNumberItGot() {
    FileDescriptor first = connected();
    close(first);
    FileDescriptor accepted = descriptor(number(first));
    recorder.closing(accepted);
    FileDescriptor second = descriptor(number(first));
    succeed(recorder.connectStarted(second, false));
    recorder.closing(first);
    assertThat(run.events()).containsExactly(ESTABLISHED, CLOSED + "LOCAL", ESTABLISHED);

    close(second);
    assertThat(run.events()).endsWith(CLOSED + "LOCAL").hasSize(4);
  }

  @Test
  void shouldTellAConnectOnADescriptorThatIsClosedAlready() {
    FileDescriptor fd = descriptor(-1);
    Object token = recorder.connectStarted(fd, false);
    recorder.socketConnectEnded(
        token, REMOTE.getAddress(), 80, REMOTE, 0, new SocketException("Socket closed"));
    recorder.closing(fd);

    assertThat(run.events()).containsExactly("failed 127.0.0.1:80 other");
  }

  @Test
  void shouldCountWhatAHookMissed() {
    recorder.hookFailed(new IllegalStateException());

    assertThat(run.read().lost).isEqualTo(1);
    assertThat(run.read().degraded).hasSize(1);
  }
}
