package dev.churnagent.demo.server;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of one HTTP/1.x request and how many bytes it takes with its body.
 *
 * @param method in upper case, as sent
 * @param path as sent, query included
 * @param keepAlive whether the client wants the connection to stay open
 * @param lengthBytes of head and body together
 */
record HttpRequest(String method, String path, boolean keepAlive, int lengthBytes) {
  private static final int LONGEST_BYTES = 64 * 1024;
  private static final Pattern LINE = Pattern.compile("([A-Z]+) (\\S+) HTTP/1\\.([01])");
  private static final Pattern LENGTH = Pattern.compile("\ncontent-length:[ \t]*(\\d{1,9})\\s");
  private static final Pattern CONNECTION = Pattern.compile("\nconnection:([^\r\n]*)");

  /**
   * Reads the first request.
   *
   * @param received one char for each byte
   * @return null if more bytes must come first
   * @throws IOException if it can't become a request that this server understands
   */
  static HttpRequest parse(CharSequence received) throws IOException {
    String text = received.toString();
    int headEnd = text.indexOf("\r\n\r\n");
    if (headEnd < 0) {
      return checkSize(text.length(), null);
    }
    int lineEnd = text.indexOf("\r\n");
    Matcher line = LINE.matcher(text.substring(0, lineEnd));
    if (!line.matches()) {
      throw new IOException("not an HTTP request: " + text.substring(0, lineEnd));
    }
    String headers = text.substring(lineEnd, headEnd + 2).toLowerCase(Locale.ROOT);
    Matcher bodyLength = LENGTH.matcher(headers);
    int length = headEnd + 4 + (bodyLength.find() ? Integer.parseInt(bodyLength.group(1)) : 0);
    Matcher connection = CONNECTION.matcher(headers);
    String wish = connection.find() ? connection.group(1) : "";
    boolean keepAlive =
        line.group(3).equals("1") ? !wish.contains("close") : wish.contains("keep-alive");
    HttpRequest request = new HttpRequest(line.group(1), line.group(2), keepAlive, length);
    return checkSize(length, text.length() < length ? null : request);
  }

  private static HttpRequest checkSize(int bytes, HttpRequest request) throws IOException {
    if (bytes > LONGEST_BYTES) {
      throw new IOException("request of more than " + LONGEST_BYTES + " bytes");
    }
    return request;
  }
}
