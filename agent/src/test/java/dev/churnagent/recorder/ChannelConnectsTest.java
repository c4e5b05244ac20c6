package dev.churnagent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.Callers;
import java.io.FileDescriptor;
import java.net.ConnectException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Connects of channels, blocking or finished later, perhaps by another thread. */
class ChannelConnectsTest extends RecorderFixture {
  @Test
  void shouldTellAChannelsConnectWithItsOwnAddress() {
    FileDescriptor fd = descriptor();
    recorder.channelConnectEnded(recorder.connectStarted(fd, false), REMOTE, LOCAL, true, null);
    close(fd);

    assertThat(run.events()).containsExactly(ESTABLISHED, CLOSED + "LOCAL");
    assertThat(run.read().endpoints.get(0).localAddress()).isEqualTo("127.0.0.9");
  }

  @Test
  void shouldTellUnixDomainSocketsWithoutPorts() {
    FileDescriptor fd = descriptor();
    SocketAddress path = UnixDomainSocketAddress.of("/run/usbmuxd");
    Object token = recorder.connectStarted(fd, false);
    recorder.channelConnectEnded(token, path, UnixDomainSocketAddress.of(""), true, null);
    recorder.lingerSet(fd, 0);
    close(fd);

    assertThat(run.events())
        .containsExactly(
            "established unix:/run/usbmuxd from 0", "closed unix:/run/usbmuxd from 0 LOCAL");
  }

  @Test
  void shouldTellANonBlockingConnectWhenItIsFinishedWithTheStackThatAskedForIt() {
    FileDescriptor fd = descriptor();
    Callers.first(() -> pending(fd));
    Callers.second(
        () -> {
          recorder.finishEnded(recorder.finishStarted(fd), REMOTE, LOCAL, false, null);
          assertThat(run.events()).as("still pending").isEmpty();
          recorder.finishEnded(recorder.finishStarted(fd), REMOTE, LOCAL, true, null);
          return 0;
        });
    assertThat(recorder.finishStarted(fd)).as("finished already").isNull();
    close(fd);

    RecordedRun.Content content = run.read();
    assertThat(content.events).containsExactly(ESTABLISHED, CLOSED + "LOCAL");
    assertThat(content.stacks.get(content.stackIds.get(0)).frames().get(0).method())
        .isEqualTo("first");
  }

  @Test
  void shouldTellANonBlockingConnectThatFailsWhenItIsFinished() {
    FileDescriptor fd = descriptor();
    pending(fd);
    Object token = recorder.finishStarted(fd);
    close(fd);
    recorder.finishEnded(token, REMOTE, null, false, new ConnectException("Connection refused"));

    assertThat(run.events()).containsExactly("failed 127.0.0.1:80 refused");
  }

  @Test
  void shouldTellANonBlockingConnectThatIsClosedBeforeItIsFinishedAsAbandoned() {
    FileDescriptor before = descriptor();
    pending(before);
    close(before);
    close(before);
    assertThat(run.events()).containsExactly(ABANDONED);

    FileDescriptor insideConnect = descriptor();
    Object token = recorder.connectStarted(insideConnect, false);
    close(insideConnect);
    recorder.channelConnectEnded(token, REMOTE, null, false, null);
    assertThat(run.events()).hasSize(2).containsOnly(ABANDONED);

    FileDescriptor insideFinish = descriptor();
    pending(insideFinish);
    token = recorder.finishStarted(insideFinish);
    close(insideFinish);
    recorder.finishEnded(token, REMOTE, null, false, null);
    assertThat(run.events()).hasSize(3).containsOnly(ABANDONED);
  }

  @Test
  void shouldTellAFinishThatACloseOrAnInterruptEndsAsAbandoned() {
    List<Throwable> ends =
        List.of(
            new ClosedChannelException(),
            new AsynchronousCloseException(),
            new ClosedByInterruptException());
    for (Throwable thrown : ends) {
      FileDescriptor fd = descriptor();
      pending(fd);
      Object token = recorder.finishStarted(fd);
      close(fd);
      recorder.finishEnded(token, REMOTE, null, false, thrown);
    }
    assertThat(run.events()).hasSize(ends.size()).containsOnly(ABANDONED);
  }

  @Test
  void shouldNotTellTwiceOfAConnectThatWasClosedJustBeforeItsFinishBegan() {
    FileDescriptor fd = descriptor();
    pending(fd);
    recorder.closing(fd);
    Object token = recorder.finishStarted(fd);
    recorder.finishEnded(token, REMOTE, null, false, new ClosedChannelException());
    close(fd);

    assertThat(run.events()).containsExactly(ABANDONED);
  }

  @Test
  void shouldTellASuccessThatAnotherThreadClosedInsideFinish() {
    FileDescriptor fd = descriptor();
    pending(fd);
    Object token = recorder.finishStarted(fd);
    close(fd);
    recorder.finishEnded(token, REMOTE, LOCAL, true, null);

    assertThat(run.events()).containsExactly(ESTABLISHED, CLOSED + "LOCAL");
  }

  @Test
  void shouldTellAConnectThatBeganBeforeTheAgentCame() {
    FileDescriptor fd = descriptor();
    recorder.finishEnded(recorder.finishStarted(fd), REMOTE, LOCAL, true, null);
    FileDescriptor withOption = descriptor();
    recorder.lingerSet(withOption, 0);
    recorder.finishEnded(recorder.finishStarted(withOption), REMOTE, LOCAL, true, null);
    close(fd);
    close(withOption);

    RecordedRun.Content content = run.read();
    assertThat(content.events)
        .containsExactly(ESTABLISHED, ESTABLISHED, CLOSED + "LOCAL", CLOSED + "RESET");
    assertThat(content.durations.subList(0, 2)).containsOnly(-1L);
  }

  @Test
  void shouldNotTellTheCloseOfAConnectionFromBeforeTheAgentCame() {
    close(descriptor());

    assertThat(run.events()).isEmpty();
  }
}
