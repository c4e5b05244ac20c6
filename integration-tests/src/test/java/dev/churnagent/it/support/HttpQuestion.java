package dev.churnagent.it.support;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A request, read with its body. */
record HttpQuestion(String method, String path, String head) {

  /** The next one, or null at the end; asks for a body that waits to be asked for. */
  static HttpQuestion read(InputStream in, OutputStream out) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      head.append((char) next);
    }
    String[] words = head.substring(0, head.indexOf("\r\n")).split(" ");
    HttpQuestion question =
        new HttpQuestion(
            words[0], words[1].replaceAll("^https?://[^/]*|\\?.*", ""), head.toString());
    if (question.header("expect").equals("100-continue")) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    question.skipBody(in);
    return question;
  }

  String methodAndPath() {
    return method + " " + path;
  }

  /** Its value, or nothing. */
  String header(String name) {
    for (String line : head.split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
        return line.substring(name.length() + 1).trim();
      }
    }
    return "";
  }

  private void skipBody(InputStream in) throws IOException {
    if (header("transfer-encoding").equals("chunked")) {
      int length;
      do {
        length = Integer.parseInt(line(in), 16);
        in.skipNBytes(length);
        line(in);
      } while (length > 0);
    } else if (!header("content-length").isEmpty()) {
      in.skipNBytes(Long.parseLong(header("content-length")));
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      line.append((char) next);
    }
    return line.toString().trim();
  }
}
