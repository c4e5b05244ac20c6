package dev.churnagent.benchmarks.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * As little as an HTTP client can be: one socket, one write, and reads until the body is there. It
 * costs next to nothing beside the system calls, so the agent's part can't hide behind it.
 */
final class PlainClient implements HttpClient {
  private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] STATUS = "HTTP/1.1 200 ".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] LENGTH = "\r\nContent-Length: ".getBytes(StandardCharsets.ISO_8859_1);

  private final byte[] request;
  private final byte[] buffer = new byte[8192];
  private final InputStream in;
  private final OutputStream out;
  private int filled;

  private PlainClient(byte[] request, InputStream in, OutputStream out) {
    this.request = request;
    this.in = in;
    this.out = out;
  }

  /** Connects; the connection ends with the process. */
  @SuppressWarnings("resource")
  static PlainClient connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    return of("127.0.0.1:" + port, socket.getInputStream(), socket.getOutputStream());
  }

  static PlainClient of(String host, InputStream in, OutputStream out) {
    String request =
        "GET /items/1 HTTP/1.1\r\nHost: "
            + host
            + "\r\nUser-Agent: benchmark\r\nAccept: application/json\r\n"
            + "Accept-Language: en\r\nCache-Control: no-cache\r\n\r\n";
    return new PlainClient(request.getBytes(StandardCharsets.ISO_8859_1), in, out);
  }

  @Override
  public void exchange() throws IOException {
    out.write(request);
    filled = 0;
    int head = -1;
    while (head < 0) {
      more();
      head = find(HEAD_END, filled);
    }
    if (find(STATUS, STATUS.length) != 0) {
      throw new IOException("another answer: " + text());
    }
    int end = head + HEAD_END.length + contentLength(head);
    while (filled < end) {
      more();
    }
    if (filled > end) {
      throw new IOException("more than one answer");
    }
  }

  private void more() throws IOException {
    int count = in.read(buffer, filled, buffer.length - filled);
    if (count <= 0) {
      throw new IOException("the answer ends: " + text());
    }
    filled += count;
  }

  private int contentLength(int head) throws IOException {
    int at = find(LENGTH, head);
    if (at < 0) {
      throw new IOException("without a length: " + text());
    }
    int length = 0;
    for (int i = at + LENGTH.length; i < head; i++) {
      if (buffer[i] < '0' || buffer[i] > '9') {
        break;
      }
      length = length * 10 + buffer[i] - '0';
    }
    return length;
  }

  /** The first place of these bytes before that end, or -1. */
  private int find(byte[] wanted, int end) {
    for (int i = 0; i + wanted.length <= end; i++) {
      int same = 0;
      while (same < wanted.length && buffer[i + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return i;
      }
    }
    return -1;
  }

  private String text() {
    return new String(buffer, 0, filled, StandardCharsets.ISO_8859_1);
  }
}
