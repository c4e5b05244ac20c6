package dev.churnagent.benchmarks.harness;

import java.util.List;

/** How many operations a fork does, and where its two processes run. */
public record Load(int warmup, int batches, int batchSize, String clientCpu, String serverCpu) {
  static Load of(Arguments arguments) {
    return new Load(
        arguments.number("warmup", 60_000),
        arguments.number("batches", 100),
        arguments.number("batch", 250),
        arguments.text("client-cpu", "0"),
        arguments.text("server-cpu", "0"));
  }

  /** A client, pinned, without its program. */
  public Fork client(Jdk jdk, String heap) {
    return new Fork(jdk).pinnedTo(clientCpu).with(heapOptions(heap));
  }

  private static List<String> heapOptions(String heap) {
    return switch (heap) {
      case "touched" -> List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch");
      case "default" -> List.of();
      default -> throw new IllegalArgumentException("no heap '" + heap + "'");
    };
  }
}
