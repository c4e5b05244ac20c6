package dev.churnagent.benchmarks.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** Answers HTTP requests without a body, always the same: 200 with 1,000 bytes. */
public final class Answers {
  /** The bytes of each answer's body. */
  public static final int BODY_LENGTH = 1000;

  private final byte[] answer = answer();
  private final AtomicLong answered = new AtomicLong();

  /** How many it answered, on all connections. */
  public long answered() {
    return answered.get();
  }

  /** Answers all requests of a connection, until the client closes it. */
  public void serve(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[4096];
    int ends = 0;
    for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
      for (int i = 0; i < count; i++) {
        // The end of a head: \r\n\r\n, wherever the reads cut it.
        boolean expected = buffer[i] == (ends % 2 == 0 ? '\r' : '\n');
        ends = expected ? ends + 1 : buffer[i] == '\r' ? 1 : 0;
        if (ends == 4) {
          ends = 0;
          answered.incrementAndGet();
          out.write(answer);
        }
      }
    }
  }

  private static byte[] answer() {
    String head =
        "HTTP/1.1 200 OK\r\nDate: Tue, 24 Nov 2026 12:00:00 GMT\r\n"
            + "Content-Type: application/json\r\nContent-Length: "
            + BODY_LENGTH
            + "\r\n\r\n";
    byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = Arrays.copyOf(bytes, bytes.length + BODY_LENGTH);
    Arrays.fill(whole, bytes.length, whole.length, (byte) '1');
    return whole;
  }
}
