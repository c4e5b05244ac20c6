package dev.churnagent.demo.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * The child JVM's main class: the device server and the proxy in front of it. Announces {@code
 * ready PROXY-PORT DEVICE-PORT} on stdout, answers {@code count MIN-ACCEPTED MAX-OPEN} with a
 * {@link ServerCounts} line and ends when its stdin does, so it can't outlive who started it.
 */
public final class DemoServers {
  private static final long SETTLE_MILLIS = 5_000;

  private DemoServers() {}

  /** Runs until the end of stdin; takes no arguments. */
  public static void main(String[] args) throws IOException, InterruptedException {
    SocketChannel.open().close(); // The JDK needs a descriptor to close its first one: have it now.
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    try (DeviceServer device = DeviceServer.open();
        ReverseProxy proxy = ReverseProxy.open(device.address())) {
      System.out.println("ready " + proxy.address().getPort() + " " + device.address().getPort());
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        String[] words = order.split(" ");
        long minAccepted = Long.parseLong(words[1]);
        long maxOpen = Long.parseLong(words[2]);
        proxy.counters().awaitSettled(minAccepted, maxOpen, SETTLE_MILLIS);
        device.counters().awaitSettled(minAccepted, maxOpen, SETTLE_MILLIS);
        System.out.println(ServerCounts.of(proxy.counters(), device.counters()).toLine());
      }
    }
  }
}
