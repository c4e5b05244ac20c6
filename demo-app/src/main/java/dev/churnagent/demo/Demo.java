package dev.churnagent.demo;

import dev.churnagent.demo.flow.Device;
import dev.churnagent.demo.flow.DeviceFlow;
import dev.churnagent.demo.hand.HandCommand;
import dev.churnagent.demo.hand.HandTool;
import dev.churnagent.demo.server.ServerCounts;
import dev.churnagent.demo.server.ServersProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;

/**
 * The program to record: runs the flow in one of its variants, or holds connections by hand. Starts
 * the servers it talks to in a JVM of their own and ends them with itself.
 */
public final class Demo {
  private static final String USAGE =
      """
      java -jar churn-demo.jar VARIANT [--rounds N] [--pause MS]
        churn         as it happened: each of five steps asks the device over a short connection
        cached        asked once for each round, the answer is passed on
        pooled        each step asks, over one kept connection
        --rounds N    how many times the flow A-B-C-D-E runs (8)
        --pause MS    pause after each step (120: about 8 steps a second, as in the incident)
      java -jar churn-demo.jar COMMAND        then commands from stdin, one a line:
      """;

  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  Demo(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  /** Ends with 0, with 1 if the system refused a connection, with 2 for unusable arguments. */
  public static void main(String[] args) {
    int status = new Demo(System.in, System.out, System.err).run(List.of(args));
    if (status != OK) {
      System.exit(status);
    }
  }

  int run(List<String> arguments) {
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    try {
      if (first.equals("help") || first.equals("--help")) {
        out.print(USAGE + HandCommand.HELP.indent(2));
      } else if (HandCommand.isVerb(first)) {
        runByHand(HandCommand.parse(arguments));
      } else {
        runFlow(FlowOptions.parse(variant(first), arguments.subList(1, arguments.size())));
      }
      return OK;
    } catch (UsageException e) {
      err.println("churn-demo: " + e.getMessage());
      return WRONG_USAGE;
    } catch (UncheckedIOException e) {
      err.println("churn-demo: " + e.getCause());
      return FAILED;
    } catch (IOException e) {
      err.println("churn-demo: " + e);
      return FAILED;
    }
  }

  private static FlowOptions.Variant variant(String name) throws UsageException {
    for (FlowOptions.Variant variant : FlowOptions.Variant.values()) {
      if (variant.name().toLowerCase(Locale.ROOT).equals(name)) {
        return variant;
      }
    }
    throw new UsageException(
        (name.isEmpty() ? "nothing to do" : "'" + name + "' is no variant")
            + "; allowed is churn, cached, pooled, open N, close N, request N,"
            + " reuse on|off, status, help");
  }

  private void runFlow(FlowOptions options) throws IOException {
    try (ServersProcess servers = ServersProcess.start()) {
      String name = options.variant().name().toLowerCase(Locale.ROOT);
      out.printf(
          "%s: %d rounds of A-B-C-D-E, %d ms after each step, device at 127.0.0.1:%d%n",
          name, options.rounds(), options.pauseMillis(), servers.proxy().getPort());
      boolean pooled = options.variant() == FlowOptions.Variant.POOLED;
      try (Device device = Device.connect(servers.proxy(), pooled)) {
        DeviceFlow flow = new DeviceFlow(device, () -> pause(options.pauseMillis()));
        for (int round = 0; round < options.rounds(); round++) {
          if (options.variant() == FlowOptions.Variant.CACHED) {
            flow.runCached();
          } else {
            flow.run();
          }
        }
      }
      printTruth(servers.counts(0, 0));
    }
  }

  private void runByHand(HandCommand first) throws IOException {
    if (first.verb() == HandCommand.Verb.QUIT) {
      return;
    }
    try (ServersProcess servers = ServersProcess.start()) {
      HandTool tool = new HandTool(servers, out);
      try (tool) {
        tool.execute(first);
        tool.run(new BufferedReader(new InputStreamReader(in, Charset.defaultCharset())));
      }
      printTruth(servers.counts(tool.opened(), 0));
    }
  }

  private void printTruth(ServerCounts counts) {
    out.printf(
        "device server accepted %d connections, %d requests%n",
        counts.deviceAccepted(), counts.requests());
    out.printf(
        "proxy in front of it accepted %d connections, %d closed first by us%n",
        counts.proxyAccepted(), counts.proxyClosedByClient());
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
