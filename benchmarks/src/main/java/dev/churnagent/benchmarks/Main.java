package dev.churnagent.benchmarks;

import dev.churnagent.benchmarks.connect.ConnectBenchmark;
import dev.churnagent.benchmarks.exchange.ExchangeBenchmark;
import dev.churnagent.benchmarks.handoff.HandOffRuns;
import dev.churnagent.benchmarks.harness.Arguments;
import dev.churnagent.benchmarks.report.ReportBenchmark;
import dev.churnagent.benchmarks.soak.SoakBenchmark;
import dev.churnagent.benchmarks.startup.StartupBenchmark;
import dev.churnagent.benchmarks.volume.VolumeBenchmark;
import java.util.Arrays;

/**
 * {@code java -jar benchmarks.jar connect|exchange|startup|hand-off|volume|soak|report|jmh ...}.
 */
public final class Main {
  private static final String USAGE =
      """
      java -jar benchmarks.jar BENCHMARK [key=value...]
        connect   cost of one connect+close with and without the agent, in pairs of forked JVMs
                  pairs=15 depths=10,40 heaps=touched,default variants=agent batches=100
                  batch=250 warmup=60000 client-cpu=0 server-cpu=0
        exchange  cost of one HTTP request and its answer on a kept connection, in the same way
                  as connect, and clients=socket,url-connection,http-client
        startup   wall time of a whole program with and without the agent, interleaved
                  rounds=20 programs=empty,connect variants=empty-agent,agent
        hand-off  one task handed over, begun and ended: nothing recorded, and with a stack
                  rounds=3 depths=10,40
        volume    1,000,000 connections over 1,000 sites from 8 threads: nothing lost, live heap
                  connections=1000000 sites=1000 threads=8
        soak      many short connections in many ways for a long time: nothing lost, nothing grows
                  minutes=30 rate=2000 sample=30 variants=agent agent-options=
                  options=-Xms256m,-Xmx2g,-XX:+UseSerialGC,-XX:+AlwaysPreTouch
        report    a report on 10,000,000 events in a 256 MB heap
                  events=10000000 sites=1000 heap=256m rounds=3
        jmh       the hot pieces by JMH; all of JMH's own options follow
      for all     jdks=17,25 (or paths) agent=agent/target/churn-agent.jar
                  tools=benchmarks/target/tools work=FOLDER
      """;

  private Main() {}

  /** Runs one benchmark; status 1 if it missed its target, 2 if it could not run. */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      System.err.print(USAGE);
      System.exit(2);
    }
    String[] rest = Arrays.copyOfRange(args, 1, args.length);
    try {
      System.exit(run(args[0], rest) ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(USAGE);
      System.exit(2);
    }
  }

  private static boolean run(String benchmark, String[] rest) throws Exception {
    return switch (benchmark) {
      case "connect" -> ConnectBenchmark.run(Arguments.parse(rest));
      case "exchange" -> ExchangeBenchmark.run(Arguments.parse(rest));
      case "startup" -> StartupBenchmark.run(Arguments.parse(rest));
      case "hand-off" -> HandOffRuns.run(Arguments.parse(rest));
      case "volume" -> VolumeBenchmark.run(Arguments.parse(rest));
      case "soak" -> SoakBenchmark.run(Arguments.parse(rest));
      case "report" -> ReportBenchmark.run(Arguments.parse(rest));
      case "jmh" -> {
        org.openjdk.jmh.Main.main(rest);
        yield true;
      }
      default -> throw new IllegalArgumentException("no benchmark '" + benchmark + "'");
    };
  }
}
