package dev.churnagent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileDescriptor;
import java.lang.ref.WeakReference;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import jdk.internal.access.SharedSecrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sockets on an implementation that the program brought. */
class CustomSocketsTest {
  private static final String ESTABLISHED = "established 127.0.0.1:80 from 0";
  private static final String CLOSED = "closed 127.0.0.1:80 from 0 UNKNOWN";

  @TempDir Path directory;
  private InetSocketAddress remote;
  private RecordedRun run;
  private Recorder recorder;

  @BeforeEach
  void start() throws Exception {
    remote = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 80);
    run = new RecordedRun(directory);
    recorder = new Recorder(run.journal, run.faults, new FakeSocketProbe());
  }

  @AfterEach
  void end() {
    run.close();
  }

  @Test
  void shouldTellWhatNoLayerOfTheJdkTold() {
    Socket socket = new Socket();
    connect(socket, null);
    recorder.customClosing(socket);
    recorder.customClosing(socket);

    assertThat(run.events()).containsExactly(ESTABLISHED, CLOSED);
  }

  @Test
  void shouldTellFailuresButNoRejections() {
    connect(new Socket(), new ConnectException("Connection refused"));
    Socket rejected = new Socket();
    connect(rejected, new IllegalArgumentException());
    recorder.customClosing(rejected);

    assertThat(run.events()).containsExactly("failed 127.0.0.1:80 refused");
  }

  @Test
  void shouldCountOnceWhatALayerOfTheJdkTold() {
    Socket socket = new Socket();
    Object token = recorder.customConnectStarted(socket);
    FileDescriptor fd = inner(null);
    recorder.customConnectEnded(token, socket, remote, null);
    recorder.customClosing(socket);
    recorder.closing(fd);

    Object failing = recorder.customConnectStarted(new Socket());
    inner(new ConnectException("Connection refused"));
    recorder.customConnectEnded(failing, new Socket(), remote, new ConnectException("outer"));

    assertThat(run.events())
        .containsExactly(
            "established 127.0.0.1:80 from 5000",
            "closed 127.0.0.1:80 from 5000 LOCAL",
            "failed 127.0.0.1:80 refused");
  }

  @Test
  void shouldCountOnceWhenCustomSocketsStandInOneAnother() {
    Socket outer = new Socket();
    Object token = recorder.customConnectStarted(outer);
    Socket inner = new Socket();
    connect(inner, null);
    recorder.customConnectEnded(token, outer, remote, null);
    recorder.customClosing(outer);
    recorder.customClosing(inner);

    assertThat(run.events()).containsExactly(ESTABLISHED, CLOSED);
  }

  @Test
  void shouldNotTakeAnotherThreadsConnectForItsOwn() throws InterruptedException {
    Socket socket = new Socket();
    Object token = recorder.customConnectStarted(socket);
    Thread other = new Thread(() -> inner(null));
    other.start();
    other.join();
    recorder.customConnectEnded(token, socket, remote, null);

    assertThat(run.events()).containsExactly("established 127.0.0.1:80 from 5000", ESTABLISHED);
  }

  @Test
  void shouldForgetTheAttemptAfterItsEnd() {
    Socket first = new Socket();
    connect(first, null);
    FileDescriptor fd = inner(null);
    Socket second = new Socket();
    connect(second, null);
    recorder.closing(fd);

    assertThat(run.events())
        .containsExactly(
            ESTABLISHED,
            "established 127.0.0.1:80 from 5000",
            ESTABLISHED,
            "closed 127.0.0.1:80 from 5000 LOCAL");
    // Both are still held: neither may be taken for collected.
    recorder.customClosing(first);
    recorder.customClosing(second);
    assertThat(run.events()).hasSize(6);
  }

  @Test
  void shouldTellACollectedSocketAsClosed() {
    WeakReference<Socket> forgotten = forgotten();
    while (forgotten.get() != null) {
      System.gc();
      Thread.onSpinWait();
    }
    // The collector queues references a moment after it clears them; later connects look there.
    int connects = 1;
    do {
      Socket socket = new Socket();
      connect(socket, null);
      recorder.customClosing(socket);
      connects++;
    } while (count(CLOSED) < connects);

    assertThat(count(ESTABLISHED)).isEqualTo(connects);
    assertThat(count(CLOSED)).isEqualTo(connects);
  }

  private long count(String event) {
    return run.events().stream().filter(event::equals).count();
  }

  private WeakReference<Socket> forgotten() {
    Socket socket = new Socket();
    connect(socket, null);
    return new WeakReference<>(socket);
  }

  private void connect(Socket socket, Throwable thrown) {
    recorder.customConnectEnded(recorder.customConnectStarted(socket), socket, remote, thrown);
  }

  /** A connect of the JDK's own layer. */
  private FileDescriptor inner(Throwable thrown) {
    FileDescriptor fd = new FileDescriptor();
    SharedSecrets.getJavaIOFileDescriptorAccess().set(fd, 77);
    Object token = recorder.connectStarted(fd, false);
    recorder.socketConnectEnded(token, remote.getAddress(), 80, remote, 5000, thrown);
    return fd;
  }
}
