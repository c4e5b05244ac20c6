package dev.churnagent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** How a close is told, and what decides it. */
class ClosesTest extends RecorderFixture {
  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldLookAgainAfterTheShutdownWhereDataIsUnread() {
    int readable = FakeSocketProbe.POLLIN;
    int peerClosed = FakeSocketProbe.POLLIN | FakeSocketProbe.POLLRDHUP;
    int over = peerClosed | FakeSocketProbe.POLLHUP;
    closeUnread(readable, readable);
    closeUnread(readable, over);
    closeUnread(peerClosed, over);
    closeUnread(peerClosed, peerClosed);

    assertThat(run.events())
        .filteredOn(event -> event.startsWith(CLOSED))
        .containsExactly(CLOSED + "RESET", CLOSED + "LOCAL", CLOSED + "PEER", CLOSED + "RESET");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldTellAtTheEndOfWhatNoSelectorClosed() {
    FileDescriptor fd = descriptor();
    succeed(recorder.connectStarted(fd, false));
    probe.bits = FakeSocketProbe.POLLIN;
    probe.available = 5;
    recorder.programClosing(fd, true);
    assertThat(run.events()).containsExactly(ESTABLISHED);
    recorder.finish();
    recorder.finish();
    recorder.closing(fd);

    assertThat(run.events()).containsExactly(ESTABLISHED, CLOSED + "RESET");
  }

  @Test
  void shouldTellAConnectionAsClosedWhenItsNumberIsTakenAgain() {
    FileDescriptor first = connected();
    FileDescriptor second = descriptor(number(first));
    Object token = recorder.connectStarted(second, false);
    assertThat(run.events()).containsExactly(ESTABLISHED, CLOSED + "UNKNOWN");

    succeed(token);
    close(second);
    recorder.closing(first);
    assertThat(run.events())
        .containsExactly(ESTABLISHED, CLOSED + "UNKNOWN", ESTABLISHED, CLOSED + "LOCAL");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldTellWhoClosesFirst() {
    FileDescriptor peer = connected();
    probe.bits = FakeSocketProbe.POLLIN;
    close(peer);
    FileDescriptor unread = connected();
    probe.available = 1;
    close(unread);
    probe.available = 0;

    FileDescriptor linger = connected();
    recorder.lingerSet(linger, 0);
    close(linger);
    FileDescriptor lingerTakenBack = connected();
    recorder.lingerSet(lingerTakenBack, 0);
    recorder.lingerSet(lingerTakenBack, -1);
    close(lingerTakenBack);
    FileDescriptor lingerEarly = descriptor();
    recorder.lingerSet(lingerEarly, 0);
    succeed(recorder.connectStarted(lingerEarly, false));
    close(lingerEarly);

    assertThat(run.events())
        .filteredOn(event -> event.startsWith("closed"))
        .containsExactly(
            CLOSED + "PEER", CLOSED + "RESET", CLOSED + "RESET", CLOSED + "PEER", CLOSED + "RESET");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldTellWhoseEndOfStreamWentFirst() {
    FileDescriptor first = connected();
    recorder.outputShutDown(first);
    probe.bits = FakeSocketProbe.POLLIN | FakeSocketProbe.POLLHUP | FakeSocketProbe.POLLRDHUP;
    recorder.outputShutDown(first);
    close(first);

    FileDescriptor second = connected();
    recorder.outputShutDown(second);
    close(second);

    assertThat(run.events())
        .filteredOn(event -> event.startsWith("closed"))
        .containsExactly(CLOSED + "LOCAL", CLOSED + "PEER");
  }

  private void closeUnread(int before, int afterShutdown) {
    FileDescriptor fd = descriptor();
    succeed(recorder.connectStarted(fd, false));
    probe.bits = before;
    probe.available = 5;
    recorder.programClosing(fd, true);
    probe.bits = afterShutdown;
    recorder.closing(fd);
    recorder.closing(fd);
    probe.bits = 0;
    probe.available = 0;
  }
}
