package dev.churnagent.it.fetch.wire;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** HTTP/1.1 over one connection, as little as the tests need. */
public final class Conversation implements Closeable {
  private final Pipe pipe;
  private final String host;
  private final byte[] buffer = new byte[16];
  private final int port;
  private String head = "";
  private int from;
  private int to;

  /** Connects to a port on loopback. */
  public Conversation(PipeKind kind, int port) throws IOException {
    this(Pipe.open(kind, port), "127.0.0.1", port);
  }

  /** Over a pipe that leads to the host's port. */
  Conversation(Pipe pipe, String host, int port) {
    this.pipe = pipe;
    this.host = host + ":" + port;
    this.port = port;
  }

  public int port() {
    return port;
  }

  /** Of the last answer. */
  public int status() {
    return Integer.parseInt(head.split(" ")[1]);
  }

  /** Whether the server closes after the last answer. */
  public boolean isLast() {
    return header(head, "connection").equals("close");
  }

  /** A request's text, with the Host header and more lines. */
  public String request(String methodAndPath, String... headers) {
    StringBuilder text = new StringBuilder(methodAndPath + " HTTP/1.1\r\nHost: " + host + "\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    return text.append("\r\n").toString();
  }

  /** Sends it. */
  public void send(String text) throws IOException {
    pipe.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void send(byte[] bytes) throws IOException {
    pipe.write(bytes);
  }

  /** Sends a request without a body and reads its answer's body. */
  String ask(String methodAndPath, String... headers) throws IOException {
    send(request(methodAndPath, headers));
    return answer(methodAndPath.startsWith("HEAD "));
  }

  /** Reads an answer; interim ones have no body. */
  public String answer(boolean headOnly) throws IOException {
    head = head();
    int status = status();
    if (headOnly || status == 304 || status == 204 || status < 200) {
      return "";
    }
    if (header(head, "transfer-encoding").equals("chunked")) {
      return chunks();
    }
    String length = header(head, "content-length");
    return length.isEmpty() ? rest() : take(Integer.parseInt(length));
  }

  /** Some bytes. */
  String take(int count) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.length() < count) {
      int next = next();
      if (next < 0) {
        throw new EOFException("after " + text);
      }
      text.append((char) next);
    }
    return text.toString();
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append(take(1));
    }
    return head.toString();
  }

  private static String header(String head, String name) {
    for (String line : head.split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
        return line.substring(name.length() + 1).trim();
      }
    }
    return "";
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    while (true) {
      int length = Integer.parseInt(line().replaceAll(";.*", ""), 16);
      if (length == 0) {
        break;
      }
      body.append(take(length));
      line();
    }
    while (!line().isEmpty()) {
      continue;
    }
    return body.toString();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.indexOf("\r\n") < 0) {
      line.append(take(1));
    }
    return line.substring(0, line.length() - 2);
  }

  private String rest() throws IOException {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    for (int next = next(); next >= 0; next = next()) {
      rest.write(next);
    }
    return rest.toString(StandardCharsets.ISO_8859_1);
  }

  private int next() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, pipe.read(buffer));
    }
    return from == to ? -1 : buffer[from++] & 0xff;
  }

  @Override
  public void close() throws IOException {
    pipe.close();
  }
}
