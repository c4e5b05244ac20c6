package dev.churnagent.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Bytes that look like HTTP for a while. */
final class FuzzedBytes {
  private static final String[] PIECES = {
    "GET ",
    "POST ",
    "HEAD ",
    "CONNECT ",
    "PRI * HTTP/2.0",
    "/",
    "/a?b=c",
    "http://u@h:80/",
    "x:1",
    " HTTP/1.1",
    " HTTP/1.0",
    "\r\n",
    "\n",
    "\r",
    "Host: a",
    "Content-Length: ",
    "0",
    "1",
    "5",
    "17",
    "99999999999999999999",
    "Transfer-Encoding: chunked",
    "Transfer-Encoding: gzip",
    "Expect: 100-continue",
    "HTTP/1.1 200 OK",
    "HTTP/1.1 100 ",
    "HTTP/1.1 101 ",
    "HTTP/1.1 204",
    "HTTP/1.1 304 ",
    "Upgrade: h2c",
    "0\r\n\r\n",
    "5\r\nhello\r\n",
    ";x=y",
    "\r\n\r\n",
    "\r\n\r\n",
    Conversations.GET,
    Conversations.OK,
    Conversations.GET,
    Conversations.OK
  };

  private FuzzedBytes() {}

  static List<byte[]> pieces() {
    List<byte[]> pieces = new ArrayList<>();
    for (String piece : PIECES) {
      pieces.add(piece.getBytes(StandardCharsets.ISO_8859_1));
    }
    return pieces;
  }

  static byte[] next(Random random, List<byte[]> pieces) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      bytes.writeBytes(pieces.get(random.nextInt(pieces.size())));
    }
    byte[] made = bytes.toByteArray();
    for (int flips = random.nextInt(3); flips > 0 && random.nextInt(4) == 0; flips--) {
      made[random.nextInt(made.length)] = (byte) random.nextInt(256);
    }
    return made;
  }
}
