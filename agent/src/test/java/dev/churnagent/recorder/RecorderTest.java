package dev.churnagent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.Callers;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.util.List;
import jdk.internal.access.SharedSecrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The hooks in the orders that the JDK calls them in, and in those that races bring. */
class RecorderTest {
  private static final int PORT = 5000;
  private static final String DEVICE = "127.0.0.1:80";
  private static final String ESTABLISHED = "established 127.0.0.1:80 from 5000";
  private static final String CLOSED = "closed 127.0.0.1:80 from 5000 ";
  private static final String ABANDONED = "abandoned 127.0.0.1:80";
  private static final InetSocketAddress LOCAL = address("127.0.0.9", PORT);
  private static final InetSocketAddress REMOTE = address("127.0.0.1", 80);

  @TempDir Path directory;
  private final FakeSocketProbe probe = new FakeSocketProbe();
  private RecordedRun run;
  private Recorder recorder;
  private int nextNumber = 100;

  @BeforeEach
  void start() {
    run = new RecordedRun(directory);
    recorder = new Recorder(run.journal, run.faults, probe);
  }

  @AfterEach
  void end() {
    run.close();
  }

  // Sockets

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
  void shouldTellAConnectOnADescriptorThatIsClosedAlready() {
    FileDescriptor fd = descriptor(-1);
    Object token = recorder.connectStarted(fd, false);
    recorder.socketConnectEnded(
        token, REMOTE.getAddress(), 80, REMOTE, 0, new SocketException("Socket closed"));
    recorder.closing(fd);

    assertThat(run.events()).containsExactly("failed 127.0.0.1:80 other");
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

  // Channels

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

  // Asynchronous channels

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

  // Names

  @Test
  void shouldKeepTheNameThatWasAskedForThroughASocksProxy() {
    FileDescriptor fd = descriptor();
    recorder.connectRequested(
        new SocketOnDescriptor(fd), InetSocketAddress.createUnresolved("far.example", 443));
    succeed(recorder.connectStarted(fd, false));
    recorder.connectRequested(new SocketOnDescriptor(null), REMOTE);
    recorder.connectRequested(new SocketOnDescriptor(descriptor()), null);

    assertThat(run.read().endpoints.get(0).address()).isEqualTo(DEVICE);
    assertThat(run.read().endpoints.get(0).host()).isEqualTo("far.example");
  }

  @Test
  void shouldKeepTheNameThatWasAskedForThroughATunnelOnThisThreadOnly() throws Exception {
    recorder.tunnelRequested(InetSocketAddress.createUnresolved("far.example", 443));
    connected();
    Thread other = new Thread(this::connected);
    other.start();
    other.join();
    recorder.tunnelRequested(null);
    connected();

    assertThat(run.read().endpoints.values())
        .extracting(endpoint -> endpoint.host())
        .containsExactly("far.example", null);
  }

  @Test
  void shouldKeepTheNameThatAnAddressWasMadeFrom() throws UnknownHostException {
    FileDescriptor fd = descriptor();
    InetAddress named = InetAddress.getByAddress("device.local", new byte[] {127, 0, 0, 1});
    recorder.connectRequested(new SocketOnDescriptor(fd), new InetSocketAddress(named, 80));
    Object token = recorder.connectStarted(fd, false);
    recorder.socketConnectEnded(token, named, 80, null, PORT, null);

    assertThat(run.read().endpoints.get(0).host()).isEqualTo("device.local");
  }

  @Test
  void shouldCountWhatAHookMissed() {
    recorder.hookFailed(new IllegalStateException());

    assertThat(run.read().lost).isEqualTo(1);
    assertThat(run.read().degraded).hasSize(1);
  }

  private FileDescriptor descriptor() {
    return descriptor(nextNumber++);
  }

  private static FileDescriptor descriptor(int number) {
    FileDescriptor fd = new FileDescriptor();
    SharedSecrets.getJavaIOFileDescriptorAccess().set(fd, number);
    return fd;
  }

  private static int number(FileDescriptor fd) {
    return SharedSecrets.getJavaIOFileDescriptorAccess().get(fd);
  }

  private FileDescriptor connected() {
    FileDescriptor fd = descriptor();
    succeed(recorder.connectStarted(fd, false));
    return fd;
  }

  private void succeed(Object token) {
    recorder.socketConnectEnded(token, REMOTE.getAddress(), 80, REMOTE, PORT, null);
  }

  private void fail(boolean bound, Exception thrown) {
    Object token = recorder.connectStarted(descriptor(), bound);
    recorder.socketConnectEnded(token, REMOTE.getAddress(), 80, REMOTE, 0, thrown);
  }

  private int pending(FileDescriptor fd) {
    recorder.channelConnectEnded(recorder.connectStarted(fd, false), REMOTE, null, false, null);
    return 0;
  }

  private int asyncStarted(FileDescriptor fd) {
    recorder.asyncConnectReturned(recorder.asyncConnectStarted(fd, REMOTE, false), null);
    return 0;
  }

  /** As the JDK does: a hook at the socket, and one at the dispatcher. */
  private void close(FileDescriptor fd) {
    recorder.closing(fd);
    recorder.closing(fd);
  }

  private static InetSocketAddress address(String numeric, int port) {
    String[] parts = numeric.split("\\.");
    byte[] bytes = new byte[4];
    for (int i = 0; i < 4; i++) {
      bytes[i] = Byte.parseByte(parts[i]);
    }
    try {
      return new InetSocketAddress(InetAddress.getByAddress(bytes), port);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  /** Only its descriptor is looked at. */
  private static final class SocketOnDescriptor extends SocketImpl {
    SocketOnDescriptor(FileDescriptor descriptor) {
      fd = descriptor;
    }

    @Override
    protected void create(boolean stream) {}

    @Override
    protected void connect(String host, int port) {}

    @Override
    protected void connect(InetAddress address, int port) {}

    @Override
    protected void connect(SocketAddress address, int timeout) {}

    @Override
    protected void bind(InetAddress host, int port) {}

    @Override
    protected void listen(int backlog) {}

    @Override
    protected void accept(SocketImpl s) {}

    @Override
    protected InputStream getInputStream() {
      return InputStream.nullInputStream();
    }

    @Override
    protected OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    protected int available() {
      return 0;
    }

    @Override
    protected void close() {}

    @Override
    protected void sendUrgentData(int data) {}

    @Override
    public void setOption(int id, Object value) {}

    @Override
    public Object getOption(int id) {
      return null;
    }
  }
}
