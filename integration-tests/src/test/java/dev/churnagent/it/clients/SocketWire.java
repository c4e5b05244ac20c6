package dev.churnagent.it.clients;

import java.io.IOException;
import java.net.Socket;

/** Over a {@code Socket}, which may be a channel's adaptor. */
final class SocketWire implements Wire {
  private final Socket socket;

  SocketWire(Socket socket) {
    this.socket = socket;
  }

  @Override
  public int localPort() {
    return socket.getLocalPort();
  }

  @Override
  public void send(char command) throws IOException {
    socket.getOutputStream().write(command);
  }

  @Override
  public int read() throws IOException {
    return socket.getInputStream().read();
  }

  @Override
  public void lingerZero() throws IOException {
    socket.setSoLinger(true, 0);
  }

  @Override
  public void shutdownOutput() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void closeStreams() throws IOException {
    socket.getInputStream().close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
