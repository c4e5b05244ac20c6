package dev.churnagent.http;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One request and its answer of 1 kB on a connection that is kept alive, parsed and digested. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ExchangeBenchmark {
  private final byte[] request =
      ascii(
          "GET /status?a=b HTTP/1.1\r\nHost: 127.0.0.1:8100\r\nUser-Agent: Java\r\n"
              + "Accept: */*\r\nConnection: keep-alive\r\n\r\n");
  private final byte[] answer =
      ascii(
          "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 1024\r\n\r\n"
              + "x".repeat(1024));
  private final HttpConnection connection = new HttpConnection(false);

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Benchmark
  public long exchange() {
    connection.sent(request, 0, request.length);
    connection.nextStarted();
    connection.received(answer, 0, answer.length);
    HttpExchange ended = connection.nextEnded();
    return ended.identity() + ended.answerDigest();
  }
}
