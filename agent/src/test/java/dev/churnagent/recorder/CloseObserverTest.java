package dev.churnagent.recorder;

import static dev.churnagent.recorder.FakeSocketProbe.POLLERR;
import static dev.churnagent.recorder.FakeSocketProbe.POLLHUP;
import static dev.churnagent.recorder.FakeSocketProbe.POLLIN;
import static dev.churnagent.recorder.FakeSocketProbe.POLLRDHUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.model.ClosedFirst;
import java.io.FileDescriptor;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(OS.LINUX)
class CloseObserverTest {
  private final FakeSocketProbe probe = new FakeSocketProbe();
  private final CloseObserver closes = new CloseObserver(probe);
  private final FileDescriptor fd = new FileDescriptor();
  private final ConnectionEntry entry = new ConnectionEntry(fd);

  /** Poll bits 1 IN, 8 ERR, 16 HUP; who shut down first: 0 nobody, 1 we after the peer, 2 we. */
  @ParameterizedTest
  @CsvSource({
    // bits, unread, shut down, expected
    "0, 0, 0, LOCAL",
    "0, 0, 1, LOCAL",
    "0, 0, 2, LOCAL",
    "1, 0, 0, PEER",
    "1, 0, 1, PEER",
    "1, 0, 2, LOCAL",
    "1, 5, 0, RESET",
    "1, 5, 1, RESET",
    "1, 5, 2, RESET",
    "8, 0, 0, RESET",
    "8, 0, 1, RESET",
    "8, 0, 2, RESET",
    "9, 0, 0, RESET",
    "9, 5, 2, RESET",
    "16, 0, 0, RESET",
    "17, 0, 0, RESET",
    "17, 5, 0, RESET",
    "17, 0, 1, PEER",
    "17, 0, 2, LOCAL",
    "17, 5, 1, RESET",
    "17, 5, 2, RESET",
    "24, 0, 2, RESET",
    "25, 0, 0, RESET",
    "25, 0, 1, RESET",
    "25, 0, 2, RESET"
  })
  void shouldFindOutWhoClosesFirst(int bits, int unread, int shutDown, ClosedFirst expected) {
    probe.bits = bits;
    probe.available = unread;
    entry.outputShutDown = shutDown > 0;
    entry.outputShutDownFirst = shutDown == 2;

    assertThat(closes.beforeClose(fd, entry)).isEqualTo(expected);
  }

  @Test
  void shouldTakeLingerZeroForAResetWithoutALook() {
    entry.lingerZero = true;
    probe.failure = new IOException("not asked");

    assertThat(closes.beforeClose(fd, entry)).isEqualTo(ClosedFirst.RESET);
  }

  @Test
  void shouldKnowNoResetOnUnixDomainSockets() {
    entry.unix = true;
    for (boolean linger : new boolean[] {false, true}) {
      entry.lingerZero = linger;
      probe.bits = 0;
      assertThat(closes.beforeClose(fd, entry)).isEqualTo(ClosedFirst.LOCAL);
      for (int bits : new int[] {POLLIN, POLLIN | POLLHUP, POLLIN | POLLHUP | POLLERR}) {
        probe.bits = bits;
        assertThat(closes.beforeClose(fd, entry)).isEqualTo(ClosedFirst.PEER);
      }
    }
  }

  @Test
  void shouldNotKnowWhatTheSystemDoesNotTell() {
    probe.failure = new IOException("no");

    assertThat(closes.beforeClose(fd, entry)).isEqualTo(ClosedFirst.UNKNOWN);
    assertThat(closes.isPeerOpen(fd)).isTrue();
  }

  @Test
  void shouldSeeThePeersEndOfStreamBehindUnreadData() {
    probe.bits = POLLIN;
    probe.available = 5;
    assertThat(closes.isPeerOpen(fd)).as("data only").isTrue();
    probe.bits = POLLIN | POLLRDHUP;
    assertThat(closes.isPeerOpen(fd)).as("data and its end").isFalse();
    probe.bits = POLLHUP;
    assertThat(closes.isPeerOpen(fd)).as("hung up").isFalse();
    probe.bits = 0;
    assertThat(closes.isPeerOpen(fd)).as("silent").isTrue();
  }
}
