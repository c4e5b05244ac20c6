package dev.churnagent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileDescriptor;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketImpl;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

/** The name that was asked for, where TCP goes elsewhere. */
class RequestedNamesTest extends RecorderFixture {
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
