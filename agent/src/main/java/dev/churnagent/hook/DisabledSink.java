package dev.churnagent.hook;

import java.io.FileDescriptor;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketImpl;

/** Does nothing. */
final class DisabledSink implements EventSink {

  @Override
  public void connectRequested(SocketImpl socket, SocketAddress requested) {}

  @Override
  public void tunnelRequested(SocketAddress requested) {}

  @Override
  public Object connectStarted(FileDescriptor fd, boolean bound) {
    return null;
  }

  @Override
  public void socketConnectEnded(
      Object token,
      InetAddress address,
      int port,
      SocketAddress remote,
      int localPort,
      Throwable thrown) {}

  @Override
  public void channelConnectEnded(
      Object token,
      SocketAddress remote,
      SocketAddress local,
      boolean connected,
      Throwable thrown) {}

  @Override
  public Object finishStarted(FileDescriptor fd) {
    return null;
  }

  @Override
  public void finishEnded(
      Object token,
      SocketAddress remote,
      SocketAddress local,
      boolean connected,
      Throwable thrown) {}

  @Override
  public Object asyncConnectStarted(FileDescriptor fd, SocketAddress remote, boolean bound) {
    return null;
  }

  @Override
  public void asyncConnectReturned(Object token, Throwable thrown) {}

  @Override
  public void asyncFinishStarted(FileDescriptor fd) {}

  @Override
  public void asyncConnected(FileDescriptor fd, SocketAddress local) {}

  @Override
  public void socketFailed(Throwable thrown) {}

  @Override
  public void closing(FileDescriptor fd) {}

  @Override
  public void outputShutDown(FileDescriptor fd) {}

  @Override
  public void lingerSet(FileDescriptor fd, Object seconds) {}

  @Override
  public Object customConnectStarted(Socket socket) {
    return null;
  }

  @Override
  public void customConnectEnded(
      Object token, Socket socket, SocketAddress remote, Throwable thrown) {}

  @Override
  public void customClosing(Socket socket) {}

  @Override
  public void hookFailed(Throwable fault) {}

  @Override
  public void asyncFinishStartedOn(Object channel) {}

  @Override
  public void asyncConnectedOn(Object channel) {}

  @Override
  public void programClosing(FileDescriptor fd, boolean shutsDownFirst) {}
}
