package dev.churnagent.demo.server;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What both servers have seen at one moment.
 *
 * @param proxyAccepted connections from the automation
 * @param proxyOpen of these, open now
 * @param proxyClosedByClient of these, closed first by the automation
 * @param deviceAccepted connections from the proxy
 * @param deviceOpen of these, open now
 * @param requests HTTP requests at the device
 */
public record ServerCounts(
    long proxyAccepted,
    long proxyOpen,
    long proxyClosedByClient,
    long deviceAccepted,
    long deviceOpen,
    long requests) {
  private static final Pattern LINE =
      Pattern.compile("counts (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

  static ServerCounts of(Counters proxy, Counters device) {
    return new ServerCounts(
        proxy.accepted(),
        proxy.open(),
        proxy.closedByClient(),
        device.accepted(),
        device.open(),
        device.requests());
  }

  static ServerCounts parse(String line) throws IOException {
    Matcher matcher = LINE.matcher(line == null ? "" : line);
    if (!matcher.matches()) {
      throw new IOException("the device servers ended or answered nonsense: " + line);
    }
    long[] numbers = new long[matcher.groupCount()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Long.parseLong(matcher.group(i + 1));
    }
    return new ServerCounts(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
  }

  String toLine() {
    return "counts "
        + String.join(
            " ",
            Long.toString(proxyAccepted),
            Long.toString(proxyOpen),
            Long.toString(proxyClosedByClient),
            Long.toString(deviceAccepted),
            Long.toString(deviceOpen),
            Long.toString(requests));
  }
}
