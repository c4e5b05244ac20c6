package dev.churnagent.report;

import dev.churnagent.analysis.ChainFindings;
import dev.churnagent.analysis.ChainFindings.Shape;
import dev.churnagent.analysis.ChainFindings.Step;
import dev.churnagent.analysis.FetchFindings;
import dev.churnagent.analysis.Findings;
import dev.churnagent.analysis.PollFindings;
import dev.churnagent.analysis.PortPlan;
import dev.churnagent.analysis.RecordedRun;
import dev.churnagent.analysis.RecordingAnalysis;
import dev.churnagent.analysis.RequestFindings;
import dev.churnagent.analysis.RequestFindings.TargetCount;
import dev.churnagent.analysis.TestRecording;
import dev.churnagent.config.Ignore;
import dev.churnagent.config.Limit;
import dev.churnagent.model.KeyBasis;
import dev.churnagent.model.RequestKind;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.Watching;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Findings about fetches made up by tests. */
public final class TestFetches {
  public static final String DEVICE = "com.acme.Device#getNecessaryData";
  public static final String STATUS = "GET http://127.0.0.1:8100/status";
  private static final Watching HTTP = new Watching(true, List.of(), List.of(), 1);

  private TestFetches() {}

  /** The founding incident: five steps of one flow, eight rounds, 32 of 40 calls avoidable. */
  public static FetchFindings incident() {
    return found(List.of(request("r1", DEVICE, "(\"dev-1\")", 40, 32)), List.of(sequence()));
  }

  public static FetchFindings found(List<RequestFindings> requests, List<ChainFindings> chains) {
    return new FetchFindings(requests, chains, List.of(), List.of());
  }

  /** Everything that a report can tell of fetches. */
  public static FetchFindings all() {
    return new FetchFindings(
        List.of(
            request("r1", DEVICE, "(\"dev-1\")", 40, 32),
            request("r2", STATUS, "?verbose=1", 10, 9),
            request("r3", "POST http://h:80/x", "", 3, 0)),
        List.of(
            sequence(),
            chain(Shape.LOOP, "r2", STATUS, 9, 0, 1, step("com.acme.Wait#until", -1)),
            chain(Shape.LOOP, "r3", "POST http://h:80/x", 0, 0, 1, step("com.acme.Put#run", 7))),
        List.of(new PollFindings("r2", "com.acme.Wait.until(Wait.java:12)", 10, 3, 250.5)),
        List.of("watch pattern a.B#c matched nothing", "note: HTTP/2 was seen and left alone"));
  }

  public static RequestFindings request(
      String id, String target, String arguments, long calls, long avoidable) {
    boolean isHttp = target.indexOf('#') < 0;
    return new RequestFindings(
        id,
        isHttp ? RequestKind.HTTP : RequestKind.METHOD,
        target,
        arguments,
        KeyBasis.VALUE,
        calls,
        1,
        0,
        calls,
        avoidable,
        isHttp ? List.of() : List.of(new TargetCount(STATUS, calls)));
  }

  public static ChainFindings sequence() {
    return chain(
        Shape.SEQUENCE,
        "r1",
        DEVICE,
        32,
        32,
        1,
        step("com.acme.StepA#run", 31),
        step("com.acme.StepB#run", 32),
        step("com.acme.StepC#run", 33),
        step("com.acme.StepD#run", 34),
        step("com.acme.StepE#run", 35));
  }

  /** A chain below {@code com.acme.DeviceFlow#run}, seen 8 times, with 40 calls. */
  public static ChainFindings chain(
      Shape shape,
      String request,
      String target,
      long avoidableCalls,
      long avoidableConnections,
      long distinctArguments,
      Step... steps) {
    return new ChainFindings(
        shape.word() + "-" + request,
        shape,
        step("com.acme.DeviceFlow#run", -1),
        List.of(steps),
        stepCalls(steps.length),
        request,
        target,
        "",
        8,
        40,
        1,
        avoidableCalls,
        avoidableConnections,
        distinctArguments);
  }

  /** 40 calls, as many by each step as by the others. */
  private static List<Long> stepCalls(int steps) {
    List<Long> calls = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      calls.add(40L / steps);
    }
    return calls;
  }

  public static Step step(String name, int line) {
    int hash = name.indexOf('#');
    return new Step(name.substring(0, hash), name.substring(hash + 1), "Some.java", line);
  }

  /** The report on a recording whose run recorded these fetches. */
  public static Report report(
      TestRecording recording, FetchFindings fetches, List<Ignore> ignores, Limit... limits) {
    return report(List.of(recording), List.of(HTTP), fetches, ignores, limits);
  }

  /** The report on recordings; {@code watching} has an element or null for each. */
  public static Report report(
      List<TestRecording> recordings,
      List<Watching> watching,
      FetchFindings fetches,
      List<Ignore> ignores,
      Limit... limits) {
    try {
      Findings found =
          RecordingAnalysis.analyse(recordings, List.of(), List.of(limits), PortPlan.DEFAULT);
      List<RecordedRun> runs = new ArrayList<>();
      for (int i = 0; i < recordings.size(); i++) {
        runs.add(watched(found.runs().get(i), watching.get(i)));
      }
      Findings findings =
          new Findings(
              runs,
              found.sites(),
              found.endpoints(),
              found.totalPeak(),
              found.peakOpen(),
              found.portExhaustion(),
              found.limits(),
              fetches,
              found.ports(),
              found.steps());
      return ReportBuilder.of(findings, List.of(limits), ignores);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RecordedRun watched(RecordedRun run, Watching watching) {
    RunInfo info = run.info();
    RunInfo watched =
        new RunInfo(
            info.id(),
            info.pid(),
            info.host(),
            info.os(),
            info.java(),
            info.mainClass(),
            info.mainLocation(),
            info.startedAt(),
            info.applicationPatterns(),
            info.attached(),
            watching);
    return new RecordedRun(
        watched,
        run.endedAtNanos(),
        run.complete(),
        run.lostEvents(),
        run.degraded(),
        run.exhaustionMessage(),
        run.ports(),
        run.hops());
  }
}
