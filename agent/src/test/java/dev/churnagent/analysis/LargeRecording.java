package dev.churnagent.analysis;

import dev.churnagent.config.Limit;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.Frame;
import dev.churnagent.model.RecordingHandler;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.Transport;
import dev.churnagent.report.Report;
import dev.churnagent.report.ReportBuilder;
import dev.churnagent.report.json.JsonReportWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes up millions of events and times a report on them; run by hand, e.g. with {@code -Xmx256m}:
 * events, sites, runs, most nanoseconds out of order, and if wanted a limit's window in seconds.
 */
public final class LargeRecording implements RecordingSource {
  private static final int STACKS_PER_SITE = 4;
  private static final int ENDPOINTS = 50;

  private final long events;
  private final int sites;
  private final long disorderNanos;

  private LargeRecording(long events, int sites, long disorderNanos) {
    this.events = events;
    this.sites = sites;
    this.disorderNanos = disorderNanos;
  }

  public static void main(String[] args) throws IOException {
    long events = Long.parseLong(args[0]);
    int runs = Integer.parseInt(args[2]);
    List<LargeRecording> sources = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      int sites = Integer.parseInt(args[1]);
      sources.add(new LargeRecording(events / runs, sites, Long.parseLong(args[3])));
    }
    long start = System.nanoTime();
    List<Limit> limits = new ArrayList<>();
    if (args.length > 4) {
      Duration window = Duration.ofSeconds(Long.parseLong(args[4]));
      limits.add(new Limit("max-rate", Limit.Kind.MAX_RATE, null, null, 5, window));
    }
    Report report = ReportBuilder.buildFrom(sources, List.of(), limits);
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    JsonReportWriter.write(report, json);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "%d events, %d sites, %d runs: %.2f s, JSON %d KB, in use %d MB, totals %s%n",
        events,
        report.sites().size(),
        runs,
        seconds,
        json.size() / 1024,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        report.totals());
  }

  @Override
  public void read(RecordingHandler to) {
    to.runStarted(
        new RunInfo("large", 1, "h", "o", "j", "m", null, TestRecording.START, List.of(), false));
    for (int site = 0; site < sites; site++) {
      for (int path = 0; path < STACKS_PER_SITE; path++) {
        to.stackDefined(site * STACKS_PER_SITE + path, stack(site, path));
      }
    }
    for (int i = 0; i < ENDPOINTS; i++) {
      to.endpointDefined(i, new Endpoint(Transport.TCP, "10.0.0." + i + ":80", null, null));
    }
    SplittableRandom random = new SplittableRandom(1);
    long now = 0;
    for (long i = 0; i < events; i += 2) {
      now += 200_000;
      int stack = random.nextInt(sites * STACKS_PER_SITE);
      int endpoint = stack % ENDPOINTS;
      // Lifetimes over six orders of magnitude: the worst for a histogram's memory.
      long lifetime = (long) Math.pow(10, 4 + 6 * random.nextDouble());
      long late = disorderNanos == 0 ? 0 : random.nextLong(disorderNanos);
      long connect = 20_000 + random.nextInt(5_000_000);
      to.connectionEstablished(now - late, stack, endpoint, 0, connect);
      to.connectionClosed(now, stack, endpoint, 0, lifetime, ClosedFirst.LOCAL);
    }
    to.runEnded(now, EndReason.SHUTDOWN, 0);
  }

  private static CallStack stack(int site, int path) {
    List<Frame> frames = new ArrayList<>();
    frames.add(TestRecording.jdk("java.net.Socket", "connect"));
    frames.add(TestRecording.application("com.acme.Step" + site, "lambda$run$0", 42));
    for (int depth = 0; depth < 38; depth++) {
      CodeOrigin origin =
          new CodeOrigin("com.acme.Flow" + depth, "Flow.java", "file:/app/classes/", null, false);
      frames.add(new Frame(origin, "call", path));
    }
    return new CallStack(frames);
  }
}
