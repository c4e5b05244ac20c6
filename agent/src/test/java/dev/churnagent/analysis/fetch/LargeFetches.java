package dev.churnagent.analysis.fetch;

import dev.churnagent.analysis.Findings;
import dev.churnagent.analysis.PortPlan;
import dev.churnagent.analysis.RecordingAnalysis;
import dev.churnagent.analysis.RecordingSource;
import dev.churnagent.analysis.TestRecording;
import dev.churnagent.model.Call;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Frame;
import dev.churnagent.model.KeyBasis;
import dev.churnagent.model.RecordingHandler;
import dev.churnagent.model.RequestKey;
import dev.churnagent.model.RequestKind;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.WatchedMethod;
import dev.churnagent.model.Watching;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes up millions of calls and times their analysis; run by hand, e.g. with {@code -Xmx256m}:
 * calls, calls in each scope (0: no scopes), different requests, stacks. Every second call is an
 * HTTP request beneath the next one.
 */
public final class LargeFetches implements RecordingSource {
  private final int calls;
  private final int callsPerScope;
  private final int requests;
  private final int stacks;

  private LargeFetches(String[] args) {
    calls = Integer.parseInt(args[0]);
    callsPerScope = Integer.parseInt(args[1]);
    requests = Integer.parseInt(args[2]);
    stacks = Integer.parseInt(args[3]);
  }

  public static void main(String[] args) throws IOException {
    long start = System.nanoTime();
    Findings findings =
        RecordingAnalysis.analyse(
            List.of(new LargeFetches(args)), List.of(), List.of(), PortPlan.DEFAULT);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "%s calls: %.2f s, in use %d MB, %d requests, %d chains, %d polls, %s%n",
        args[0],
        seconds,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        findings.fetches().requests().size(),
        findings.fetches().chains().size(),
        findings.fetches().polls().size(),
        findings.fetches().degraded());
  }

  @Override
  public void read(RecordingHandler to) {
    Watching watching = new Watching(true, List.of("com.acme.**"), List.of(), 60_000_000_000L);
    to.runStarted(
        new RunInfo(
            "r", 1, "h", "o", "j", "m", null, TestRecording.START, List.of(), false, watching));
    to.methodDefined(0, new WatchedMethod(true, "com.acme.FlowTest", "works", "()V", null));
    to.methodDefined(1, new WatchedMethod(false, "com.acme.Device", "get", "()V", "com.acme.**"));
    for (int i = 0; i < stacks; i++) {
      to.stackDefined(i, stack(i));
    }
    for (int i = 0; i < requests; i++) {
      String target = "com.acme.Device#get" + i % 7;
      to.requestDefined(
          2 * i, new RequestKey(RequestKind.METHOD, 1, target, "#" + i, KeyBasis.VALUE, i));
      String url = "GET http://host/device/" + i;
      to.requestDefined(
          2 * i + 1, new RequestKey(RequestKind.HTTP, -1, url, "", KeyBasis.VALUE, i));
    }
    calls(to);
    to.runEnded(calls * 1_000_000L, EndReason.SHUTDOWN, 0);
  }

  private void calls(RecordingHandler to) {
    SplittableRandom random = new SplittableRandom(1);
    int scope = -1;
    for (int i = 0; i < calls; i += 2) {
      long now = i * 1_000_000L;
      if (callsPerScope > 0 && i % callsPerScope == 0) {
        if (scope >= 0) {
          to.scopeEnded(now, scope);
        }
        to.scopeStarted(now, ++scope, 0, 0, -1);
      }
      int request = random.nextInt(requests);
      int stack = random.nextInt(stacks);
      long answer = random.nextInt(100) == 0 ? i : 1;
      int http = 2 * request + 1;
      int flags = Call.NETWORK;
      to.callEnded(
          new Call(now + 10, 100, i + 1, i, http, stack, -1, scope, i % 8, 1, answer, flags));
      to.callEnded(
          new Call(now, 400, i, -1, 2 * request, stack, -1, scope, i % 8, 1, answer, flags));
    }
  }

  private static CallStack stack(int number) {
    List<Frame> frames = new ArrayList<>();
    frames.add(TestRecording.jdk("java.net.Socket", "connect"));
    frames.add(TestRecording.application("com.acme.Device", "get", 3));
    for (int depth = 0; depth < 36; depth++) {
      frames.add(TestRecording.application("com.acme.Step" + depth, "call", number % (depth + 2)));
    }
    frames.add(TestRecording.application("com.acme.FlowTest", "works", 5));
    return new CallStack(frames);
  }
}
