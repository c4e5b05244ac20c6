package dev.churnagent.it.clients;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketImpl;
import java.util.ArrayDeque;
import java.util.Queue;

/** A {@code SocketImpl} that asks nothing of the JDK's: everything sent comes back. */
class EchoSocketImpl extends SocketImpl {
  private final Queue<Integer> bytes = new ArrayDeque<>();

  @Override
  protected void create(boolean stream) {}

  @Override
  protected void connect(String host, int remotePort) throws IOException {
    connect(new InetSocketAddress(host, remotePort), 0);
  }

  @Override
  protected void connect(InetAddress remote, int remotePort) throws IOException {
    connect(new InetSocketAddress(remote, remotePort), 0);
  }

  @Override
  protected void connect(SocketAddress remote, int timeout) throws IOException {
    address = ((InetSocketAddress) remote).getAddress();
    port = ((InetSocketAddress) remote).getPort();
    localport = 1;
  }

  @Override
  protected void bind(InetAddress host, int port) {}

  @Override
  protected void listen(int backlog) throws IOException {
    throw new IOException("no server");
  }

  @Override
  protected void accept(SocketImpl socket) throws IOException {
    throw new IOException("no server");
  }

  @Override
  protected InputStream getInputStream() throws IOException {
    return new InputStream() {
      @Override
      public int read() {
        return bytes.isEmpty() ? -1 : bytes.remove();
      }
    };
  }

  @Override
  protected OutputStream getOutputStream() throws IOException {
    return new OutputStream() {
      @Override
      public void write(int value) {
        bytes.add(value);
      }
    };
  }

  @Override
  protected int available() {
    return bytes.size();
  }

  @Override
  protected void close() throws IOException {
    bytes.clear();
  }

  @Override
  protected void sendUrgentData(int data) {
    bytes.add(data);
  }

  @Override
  public void setOption(int option, Object value) {}

  @Override
  public Object getOption(int option) {
    return null;
  }
}
