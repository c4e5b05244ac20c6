package dev.churnagent.demo.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP/1.1 connection that stays open from request to request until {@link #close()}. */
public final class KeptConnection implements AutoCloseable {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int ANSWER_MILLIS = 10_000;
  private static final int SMALL_BUFFER_BYTES = 512;

  private final InetSocketAddress address;
  private final Socket socket;

  private KeptConnection(InetSocketAddress address, Socket socket) {
    this.address = address;
    this.socket = socket;
  }

  /** Connects. */
  public static KeptConnection open(InetSocketAddress address) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(address, CONNECT_MILLIS);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(ANSWER_MILLIS);
      return new KeptConnection(address, socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Asks for {@code path} and returns the body. */
  public String get(String path) throws IOException {
    return exchange("GET " + path, "");
  }

  /** Sends {@code json} to {@code path} and returns the answer's body. */
  public String post(String path, String json) throws IOException {
    return exchange("POST " + path, json);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String exchange(String methodAndPath, String body) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String request =
        methodAndPath
            + " HTTP/1.1\r\nHost: "
            + address.getAddress().getHostAddress()
            + ":"
            + address.getPort()
            + "\r\nConnection: keep-alive\r\nContent-Length: "
            + content.length
            + "\r\n\r\n"
            + body;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    return readAnswer(methodAndPath);
  }

  private String readAnswer(String methodAndPath) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream(), SMALL_BUFFER_BYTES);
    String status = readLine(in);
    int length = 0;
    for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).trim());
      }
    }
    byte[] body = in.readNBytes(length);
    if (!status.startsWith("HTTP/1.1 200 ")) {
      throw new IOException(methodAndPath + ": " + status);
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private static String readLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the device closed the connection");
      }
      line.append((char) next);
    }
    return line.toString().trim();
  }
}
