package dev.churnagent.it.program.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** The other ends: one that answers, one that refuses, one that never answers a SYN, proxies. */
final class Servers {
  /** Keeps the accepted and the filling connections alive. */
  private static final List<Object> KEPT = new ArrayList<>();

  private Servers() {}

  /** Reads to the end, then closes; says "hi" first. */
  static InetSocketAddress friendly() throws IOException {
    return serve(
        socket -> {
          socket.getOutputStream().write("hi".getBytes());
          socket.getInputStream().transferTo(OutputStream.nullOutputStream());
          socket.close();
        });
  }

  /** Accepts and stays silent. */
  static InetSocketAddress silent() throws IOException {
    return serve(socket -> KEPT.add(socket));
  }

  /** Nobody listens here. */
  static InetSocketAddress refusing() throws IOException {
    // Bound, so that nobody else gets the port, but not listening.
    Socket bound = new Socket();
    bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    KEPT.add(bound);
    return (InetSocketAddress) bound.getLocalSocketAddress();
  }

  /** Its queue is full: the system drops every further SYN. */
  static InetSocketAddress hanging() throws IOException {
    ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    KEPT.add(full);
    InetSocketAddress address = (InetSocketAddress) full.getLocalSocketAddress();
    for (int i = 0; i < 4; i++) {
      SocketChannel filler = SocketChannel.open();
      filler.configureBlocking(false);
      filler.connect(address);
      KEPT.add(filler);
    }
    return address;
  }

  /** SOCKS 5 without authentication; answers with that reply code, e.g. 0 success, 5 refused. */
  static InetSocketAddress socks(int reply) throws IOException {
    return serve(
        socket -> {
          InputStream in = socket.getInputStream();
          in.read();
          // -1 where the client gave up before it said anything.
          in.readNBytes(Math.max(0, in.read()));
          socket.getOutputStream().write(new byte[] {5, 0});
          in.readNBytes(3);
          int type = in.read();
          in.readNBytes((type == 1 ? 4 : type == 4 ? 16 : in.read()) + 2);
          socket
              .getOutputStream()
              .write(new byte[] {5, (byte) reply, 0, 1, 127, 0, 0, 1, 0, 80, 'h', 'i'});
          in.transferTo(OutputStream.nullOutputStream());
          socket.close();
        });
  }

  /** An HTTP proxy that answers CONNECT with that status line, then the first byte with "hi". */
  static InetSocketAddress http(String status) throws IOException {
    return serve(
        socket -> {
          InputStream in = socket.getInputStream();
          int matched = 0;
          for (int b = in.read(); b >= 0 && matched < 2; ) {
            matched = b == '\n' ? matched + 1 : b == '\r' ? matched : 0;
            b = matched < 2 ? in.read() : b;
          }
          String answer = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n";
          socket.getOutputStream().write(answer.getBytes());
          in.read();
          socket.getOutputStream().write("hi".getBytes());
          in.transferTo(OutputStream.nullOutputStream());
          socket.close();
        });
  }

  /** Of a type that no channel knows. */
  static SocketAddress ofWrongType() {
    return new WrongType();
  }

  private static final class WrongType extends SocketAddress {
    private static final long serialVersionUID = 1;
  }

  private interface Service {
    void serve(Socket socket) throws IOException;
  }

  private static InetSocketAddress serve(Service service) throws IOException {
    ServerSocket listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    KEPT.add(listener);
    daemon(
        () -> {
          while (true) {
            Socket socket = listener.accept();
            daemon(() -> service.serve(socket));
          }
        });
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void daemon(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // The client went away, which is what many cases are about.
                return;
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
