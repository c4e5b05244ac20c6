package dev.churnagent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.Callers;
import dev.churnagent.hook.NativeSink;
import dev.churnagent.model.ClosedFirst;
import io.netty.channel.unix.DomainSocketAddress;
import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketAddress;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ConnectionPendingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connects of a library's own native sockets, which are numbers. */
class NativeConnectsTest extends RecorderFixture {
  private static final int NUMBER = 7;

  private NativeSink natives;

  @BeforeEach
  void takeNatives() {
    natives = recorder.natives();
    probe.local = LOCAL;
  }

  private void connect(boolean connected, Exception thrown) {
    natives.connectReturned(natives.connectStarted(NUMBER, REMOTE), connected, thrown);
  }

  private void finish(boolean connected, Exception thrown) {
    natives.finishEnded(natives.finishStarted(NUMBER), connected, thrown);
  }

  @Test
  void shouldTellAConnectThatSucceedsAtOnceWithOurOwnAddress() {
    connect(true, null);
    natives.closing(NUMBER);
    natives.closing(NUMBER);

    assertThat(run.events()).containsExactly(ESTABLISHED, CLOSED + ClosedFirst.LOCAL);
    assertThat(run.read().endpoints.values())
        .anySatisfy(endpoint -> assertThat(endpoint.localAddress()).isEqualTo("127.0.0.9"));
  }

  @Test
  void shouldTellAConnectThatIsFinishedLaterWithTheStackThatAskedForIt() {
    Callers.first(
        () -> {
          connect(false, null);
          return 0;
        });
    Callers.second(
        () -> {
          finish(false, null);
          assertThat(run.events()).as("still pending").isEmpty();
          finish(true, null);
          return 0;
        });
    assertThat(natives.finishStarted(NUMBER)).as("finished already").isNull();
    natives.closing(NUMBER);

    RecordedRun.Content content = run.read();
    assertThat(content.events).containsExactly(ESTABLISHED, CLOSED + ClosedFirst.LOCAL);
    assertThat(content.stacks.get(content.stackIds.get(0)).frames().get(0).method())
        .isEqualTo("first");
  }

  @Test
  void shouldTellWhatIsClosedWhilePendingAsAbandoned() {
    connect(false, null);
    natives.closing(NUMBER);

    assertThat(run.events()).containsExactly(ABANDONED);
  }

  @Test
  void shouldTellFailuresAtOnceAndLater() {
    connect(false, new ConnectException("connect(..) failed with error(-111): Connexion refusée"));
    natives.closing(NUMBER);
    connect(false, null);
    finish(false, new ConnectException("finishConnect(..) failed with error(-110): Timed out"));
    natives.closing(NUMBER);

    assertThat(run.events())
        .containsExactly("failed 127.0.0.1:80 refused", "failed 127.0.0.1:80 timeout");
  }

  @Test
  void shouldKnowTheKindsOfOlderVersionsByType() {
    connect(false, new ConnectException("connect(..) failed: Cannot assign requested address"));
    probe.local = null;
    connect(false, new ConnectException("connect(..) failed: Cannot assign requested address"));
    connect(false, new NoRouteToHostException());
    connect(false, new ConnectException("connect(..) failed: Connection timed out"));
    connect(false, new RefusedException());
    connect(false, new FileNotFoundException());

    assertThat(run.events())
        .containsExactly(
            "failed 127.0.0.1:80 other",
            "failed 127.0.0.1:80 exhausted",
            "failed 127.0.0.1:80 unreachable",
            "failed 127.0.0.1:80 timeout",
            "failed 127.0.0.1:80 refused",
            "failed 127.0.0.1:80 other");
  }

  /** As {@code Errors.NativeConnectException}; an application's exception is not asked. */
  private static final class RefusedException extends ConnectException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("asked");
    }
  }

  @Test
  void shouldNotCountWhatTheLibraryRejects() {
    connect(false, null);
    natives.connectReturned(natives.connectStarted(NUMBER, REMOTE), false, null);
    finish(true, null);
    assertThat(natives.connectStarted(NUMBER, REMOTE)).as("connected already").isNull();
    assertThat(run.events()).containsExactly(ESTABLISHED);
  }

  @Test
  void shouldForgetAnAttemptThatWasRejected() {
    connect(false, new AlreadyConnectedException());
    connect(false, new ConnectionPendingException());
    natives.closing(NUMBER);

    assertThat(run.events()).isEmpty();
  }

  @Test
  void shouldNotCountDatagramSockets() {
    probe.datagram = true;
    assertThat(natives.connectStarted(NUMBER, REMOTE)).isNull();
    natives.connectSubmitted(NUMBER, REMOTE);
    natives.connectCompleted(NUMBER, 0);
    natives.closing(NUMBER);
    probe.datagram = false;
    natives.datagramOpened(NUMBER);
    assertThat(natives.connectStarted(NUMBER, new DomainSocketAddress("/run/log"))).isNull();
    natives.closing(NUMBER);
    assertThat(run.events()).isEmpty();

    connect(true, null);
    assertThat(run.events()).as("the number is another's now").containsExactly(ESTABLISHED);
  }

  @Test
  void shouldNotCountUnknownKindsOfAddresses() {
    SocketAddress strange =
        new SocketAddress() {
          private static final long serialVersionUID = 1L;
        };
    assertThat(natives.connectStarted(NUMBER, strange)).isNull();
    assertThat(natives.connectStarted(NUMBER, null)).isNull();
    assertThat(natives.connectStarted(NUMBER, InetSocketAddress.createUnresolved("a", 1))).isNull();
    assertThat(run.events()).isEmpty();
  }

  @Test
  void shouldNotCountTheCloseOfWhatWasAccepted() {
    natives.lingerSet(NUMBER, 0);
    natives.outputShutDown(NUMBER);
    natives.closing(NUMBER);

    assertThat(run.events()).isEmpty();
  }

  @Test
  void shouldTellUnixPathsWithoutCallingTheAddress() {
    natives.connectReturned(
        natives.connectStarted(NUMBER, new DomainSocketAddress("/run/usbmuxd")), true, null);
    natives.lingerSet(NUMBER, 0);
    natives.closing(NUMBER);
    natives.connectReturned(
        natives.connectStarted(NUMBER, new DomainSocketAddress("\0hidden")), false, null);
    finish(false, new ConnectException("finishConnect(..) failed with error(-111): x"));

    assertThat(run.events())
        .containsExactly(
            "established unix:/run/usbmuxd from 0",
            "closed unix:/run/usbmuxd from 0 LOCAL",
            "failed unix:@hidden refused");
  }

  @Test
  void shouldTellWhoClosesFirst() {
    connect(true, null);
    natives.lingerSet(NUMBER, 0);
    natives.closing(NUMBER);
    connect(true, null);
    natives.lingerSet(NUMBER, 0);
    natives.lingerSet(NUMBER, -1);
    natives.closing(NUMBER);
    connect(true, null);
    natives.outputShutDown(NUMBER);
    probe.bits = FakeSocketProbe.POLLIN | FakeSocketProbe.POLLHUP;
    natives.closing(NUMBER);
    connect(true, null);
    probe.bits = FakeSocketProbe.POLLIN;
    natives.closing(NUMBER);

    assertThat(run.events().stream().filter(line -> line.startsWith("closed")))
        .containsExactly(
            CLOSED + ClosedFirst.RESET,
            CLOSED + ClosedFirst.LOCAL,
            CLOSED + ClosedFirst.LOCAL,
            CLOSED + ClosedFirst.PEER);
  }

  @Test
  void shouldTellAFastOpenOnceWhicheverWayItTook() {
    natives.fastOpened(NUMBER, REMOTE, true);
    natives.closing(NUMBER);
    connect(true, null);
    natives.fastOpened(NUMBER, REMOTE, true);
    natives.closing(NUMBER);
    connect(false, null);
    natives.fastOpened(NUMBER, REMOTE, false);
    finish(true, null);
    natives.closing(NUMBER);

    assertThat(run.events())
        .containsExactly(
            ESTABLISHED,
            CLOSED + ClosedFirst.LOCAL,
            ESTABLISHED,
            CLOSED + ClosedFirst.LOCAL,
            ESTABLISHED,
            CLOSED + ClosedFirst.LOCAL);
  }

  /** The JDK's sockets and the library's share the system's numbers, and so the table. */
  @Test
  void shouldNotMistakeANumberThatIsTakenAgain() {
    FileDescriptor jdk = descriptor(NUMBER);
    succeed(recorder.connectStarted(jdk, false));
    natives.closing(NUMBER);
    natives.outputShutDown(NUMBER);
    assertThat(natives.finishStarted(NUMBER)).isNull();
    assertThat(run.events()).as("the JDK's, still open").containsExactly(ESTABLISHED);

    close(jdk);
    connect(true, null);
    close(jdk);
    assertThat(run.events()).hasSize(3);
    natives.closing(NUMBER);
    assertThat(run.events()).hasSize(4).endsWith(CLOSED + ClosedFirst.LOCAL);
  }

  @Test
  void shouldTellAnUnseenCloseWhenTheJdkHasTheNumber() {
    connect(true, null);
    succeed(recorder.connectStarted(descriptor(NUMBER), false));

    assertThat(run.events())
        .containsExactly(ESTABLISHED, CLOSED + ClosedFirst.UNKNOWN, ESTABLISHED);
  }

  @Test
  void shouldTellWithoutOurAddressWhereTheSystemDoesNotSay() throws IOException {
    probe.local = null;
    connect(true, null);

    assertThat(run.events()).containsExactly("established 127.0.0.1:80 from 0");
  }
}
