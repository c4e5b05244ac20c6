package dev.churnagent.it.program.host;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;

/** An application's own implementation that has no descriptor at all. */
final class OwnImpl extends SocketImpl {
  /** Only a subclass may choose its implementation. */
  static final class OwnSocket extends Socket {
    OwnSocket(SocketImpl impl) throws SocketException {
      super(impl);
    }
  }

  @Override
  protected void create(boolean stream) {
    Transcript.tell("impl create " + stream);
  }

  @Override
  protected void connect(String host, int port) throws IOException {
    connect(new InetSocketAddress(host, port), 0);
  }

  @Override
  protected void connect(InetAddress address, int port) throws IOException {
    connect(new InetSocketAddress(address, port), 0);
  }

  @Override
  protected void connect(SocketAddress address, int timeout) throws IOException {
    Transcript.tell("impl connect " + address + " " + timeout);
    if (timeout == 7) {
      throw new ConnectException("Connection refused, says the custom implementation");
    }
    if (timeout == 8) {
      throw new IllegalStateException("a bug of the custom implementation");
    }
    this.address = ((InetSocketAddress) address).getAddress();
    this.port = ((InetSocketAddress) address).getPort();
  }

  @Override
  protected void bind(InetAddress host, int port) {
    Transcript.tell("impl bind");
  }

  @Override
  protected void listen(int backlog) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void accept(SocketImpl other) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected InputStream getInputStream() {
    return new ByteArrayInputStream("hi".getBytes());
  }

  @Override
  protected OutputStream getOutputStream() {
    return OutputStream.nullOutputStream();
  }

  @Override
  protected int available() {
    return 2;
  }

  @Override
  protected void close() throws IOException {
    Transcript.tell("impl close");
    if (port == 9) {
      throw new IOException("close failed in the custom implementation");
    }
  }

  @Override
  protected void shutdownOutput() {
    Transcript.tell("impl shutdownOutput");
  }

  @Override
  protected void sendUrgentData(int data) {
    Transcript.tell("impl urgent " + data);
  }

  @Override
  public void setOption(int id, Object value) {
    Transcript.tell("impl setOption " + id + " " + value);
  }

  @Override
  public Object getOption(int id) throws SocketException {
    throw new SocketException("no option " + id);
  }
}
