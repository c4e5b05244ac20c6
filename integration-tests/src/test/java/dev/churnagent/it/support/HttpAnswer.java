package dev.churnagent.it.support;

import java.nio.charset.StandardCharsets;

/**
 * What goes over the wire.
 *
 * @param last whether the connection is closed after it
 * @param upgraded whether what follows is no HTTP any more
 */
record HttpAnswer(byte[] bytes, boolean last, boolean upgraded) {
  private static final String BODY = "0123456789abcdefghijklmnopqrstuvwxyz";

  /**
   * The answer that the path asks for.
   *
   * @param number how often it was asked, this time included
   */
  static HttpAnswer to(HttpQuestion asked, int number) {
    String path = asked.path();
    if (asked.method().equals("PRI")) {
      return new HttpAnswer(new byte[0], false, true);
    } else if (path.endsWith("/upgrade")) {
      return of("101 Switching Protocols", "Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    } else if (path.contains("/status/")) {
      // With a length that is not that of this answer's own body, which is none.
      return of(
          after(path, "/status/") + " As asked",
          path.endsWith("304") ? "Content-Length: 10\r\n\r\n" : "\r\n");
    } else if (path.endsWith("/unlimited")) {
      return of("200 OK", "Connection: close\r\n\r\nvalue of " + path);
    } else if (path.endsWith("/chunked")) {
      return of("200 OK", "Transfer-Encoding: chunked\r\n\r\n" + chunks(number));
    } else if (path.contains("/fails/") && number <= after(path, "/fails/")) {
      return of("503 Service Unavailable", body(asked, "later", false));
    } else if (path.contains("/until/")) {
      return of("200 OK", body(asked, number <= after(path, "/until/") ? "old" : "new", false));
    }
    return of("200 OK", body(asked, "value of " + path, path.endsWith("/closing")));
  }

  private static int after(String path, String word) {
    return Integer.parseInt(path.substring(path.indexOf(word) + word.length()));
  }

  private static String body(HttpQuestion asked, String text, boolean closing) {
    return "Content-Length: "
        + text.length()
        + (closing ? "\r\nConnection: close" : "")
        + "\r\n\r\n"
        + (asked.method().equals("HEAD") ? "" : text);
  }

  /** The same body whichever the number. */
  private static String chunks(int number) {
    StringBuilder chunks = new StringBuilder();
    for (int at = 0; at < BODY.length(); at += number) {
      String chunk = BODY.substring(at, Math.min(BODY.length(), at + number));
      chunks.append(Integer.toHexString(chunk.length())).append(";x=y\r\n").append(chunk);
      chunks.append("\r\n");
    }
    return chunks.append("0\r\nTrailer: of it\r\n\r\n").toString();
  }

  private static HttpAnswer of(String status, String rest) {
    byte[] bytes = ("HTTP/1.1 " + status + "\r\n" + rest).getBytes(StandardCharsets.US_ASCII);
    return new HttpAnswer(bytes, rest.contains("Connection: close"), status.startsWith("101"));
  }
}
