package dev.churnagent.benchmarks.volume;

import dev.churnagent.benchmarks.harness.Arguments;
import dev.churnagent.benchmarks.harness.Fork;
import dev.churnagent.benchmarks.harness.Jdk;
import dev.churnagent.benchmarks.harness.Program;
import dev.churnagent.benchmarks.harness.RunReport;
import dev.churnagent.benchmarks.harness.Table;
import dev.churnagent.benchmarks.harness.Variant;
import dev.churnagent.benchmarks.harness.Variants;
import dev.churnagent.benchmarks.server.AcceptServer;
import dev.churnagent.benchmarks.server.Answers;
import dev.churnagent.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs the program without and with the agent, and checks the agent's report. */
public final class VolumeBenchmark {
  private static final double MEGABYTE = 1024.0 * 1024;

  private final int connections;
  private final int sites;
  private final int threads;
  private final Path work;
  private final Program program;
  private final VolumeChecks checks = new VolumeChecks();
  private final Table table =
      new Table(
          "JDK", "variant", "accepted", "seconds", "live heap, MB", "resident, MB", "journal, MB");

  private VolumeBenchmark(int connections, int sites, int threads, Path work) throws IOException {
    this.connections = connections;
    this.sites = sites;
    this.threads = threads;
    this.work = work;
    if (sites % SiteClasses.GROUP_SIZE != 0) {
      throw new IllegalArgumentException("sites come in " + SiteClasses.GROUP_SIZE + "s");
    }
    // The client asks for the group's size and names, so their class goes along.
    program =
        Program.of(
            work.resolve("program"),
            VolumeClient.class,
            SiteGroup.class,
            SiteClasses.class,
            AcceptServer.class,
            Answers.class);
    for (int i = 0; i < sites / SiteClasses.GROUP_SIZE; i++) {
      program.compile(SiteClasses.name(i), SiteClasses.source(i));
    }
  }

  /**
   * Runs it and prints one table.
   *
   * @return whether all that the issue asks for holds
   */
  public static boolean run(Arguments arguments) throws IOException, InterruptedException {
    int connections = arguments.number("connections", 1_000_000);
    int sites = arguments.number("sites", 1_000);
    int threads = arguments.number("threads", 8);
    List<Jdk> jdks = arguments.jdks();
    Path agent = arguments.agent();
    Path tools = arguments.tools();
    Path work = arguments.work();
    arguments.refuseOthers();
    VolumeBenchmark benchmark = new VolumeBenchmark(connections, sites, threads, work);
    Variants variants = new Variants(agent, tools, work);
    for (Jdk jdk : jdks) {
      double plain = 0;
      for (Variant variant : variants.of(List.of("agent"), jdk)) {
        double live = benchmark.measure(jdk, variant);
        if (variant.name().equals(Variant.NONE)) {
          plain = live;
        } else {
          benchmark.checks.live(live - plain);
        }
      }
    }
    System.out.print(benchmark.table);
    benchmark.checks.wrong().stream().limit(20).forEach(line -> System.out.println("- " + line));
    return benchmark.checks.wrong().isEmpty();
  }

  /** Returns the megabytes that were alive at the end. */
  private double measure(Jdk jdk, Variant variant) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(work, variant.name());
    try (ServerProcess server =
        ServerProcess.start(jdk, program.folder(), "", "server-first", threads)) {
      Map<String, Double> values =
          new Fork(jdk)
              .with(List.of("-Xmx512m", "-XX:+UseSerialGC"))
              .with(variant.options(folder))
              .main(
                  program.folder(),
                  VolumeClient.class.getName(),
                  server.port(),
                  connections,
                  sites,
                  threads)
              .run(folder);
      long accepted = server.accepted();
      boolean watched = !variant.name().equals(Variant.NONE);
      checks.equal("accepted", connections, accepted);
      checks.equal("failed in the client", 0, values.get("failed").longValue());
      if (watched) {
        checks.report(RunReport.read(folder), accepted, sites);
      }
      double live = values.get("liveBytes") / MEGABYTE;
      table.row(
          jdk.name(),
          variant.name(),
          accepted,
          text(values.get("seconds")),
          text(live),
          text(values.get("residentKilobytes") / 1024),
          watched ? text(RunReport.journalBytes(folder) / MEGABYTE) : "");
      return live;
    }
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
