package dev.churnagent.analysis;

import dev.churnagent.analysis.ports.PortHolder;
import dev.churnagent.analysis.ports.PortProfile;
import dev.churnagent.analysis.ports.PortReplay;
import dev.churnagent.analysis.ports.PortSteps;
import dev.churnagent.analysis.ports.PortUse;
import dev.churnagent.analysis.timeline.TimeAxis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The second pass: ports. It comes after the first, because only at the end of a recording it is
 * known which range the machine had and which proxies stood in between.
 */
final class PortPass implements Pass {
  private final Definitions definitions;
  private final PortDestinations destinations;
  private final ObservedSums observed;
  private final RunResults results = new RunResults(true);
  private final List<ReplayTrack> tracks = new ArrayList<>();
  private final int profiles;
  private final int asked;
  private final long startedAt;

  /** For each profile the place of its replay without avoidable connections, or -1. */
  private final int[] cached;

  private final AvoidableConnections avoidable;
  private List<PortHolder> holdersAtFailure;
  private List<PortHolder> holdersAtEnd = List.of();
  private Failure lastFailure;
  private long endedAt;

  /**
   * Creates one.
   *
   * @param axis the steps that the report's profiles are followed by; null: they are not
   */
  PortPass(
      Definitions definitions,
      List<RecordedRun> runs,
      PortPlan plan,
      AvoidableConnections avoidable,
      TimeAxis axis) {
    this.avoidable = avoidable;
    this.definitions = definitions;
    this.destinations = new PortDestinations(definitions, hops(runs));
    this.observed = new ObservedSums(definitions);
    this.startedAt = runs.isEmpty() ? 0 : runs.get(0).startedAtNanos();
    PortProfiles known = new PortProfiles(plan, runs);
    for (PortProfile profile : known.all()) {
      tracks.add(new ReplayTrack(replay(profile, known, true), axis));
    }
    profiles = tracks.size();
    for (PortPlan.Question question : plan.asked()) {
      tracks.add(track(question, known));
    }
    asked = tracks.size() - profiles;
    cached = new int[profiles];
    addCached(known);
  }

  private static Map<String, Integer> hops(List<RecordedRun> runs) {
    Map<String, Integer> hops = new HashMap<>();
    for (RecordedRun run : runs) {
      hops.putAll(run.hops());
    }
    return hops;
  }

  private PortReplay replay(PortProfile profile, PortProfiles known, boolean asItWas) {
    return new PortReplay(profile, destinations, asItWas && known.isOwn(profile));
  }

  private ReplayTrack track(PortPlan.Question question, PortProfiles known) {
    String os = question.os() == null ? known.own() : question.os();
    PortProfile profile = question.profile() == null ? known.of(os) : question.profile();
    if (question.hops() >= 0) {
      profile = profile.withHops(question.hops());
    }
    boolean asItWas = question.speed() == 1 && question.copies() == 1;
    PortReplay replay = replay(profile, known, asItWas);
    return new ReplayTrack(replay, question.speed(), question.copies(), null, startedAt);
  }

  /** Only for systems that may be the worst of all: usually one. */
  private void addCached(PortProfiles known) {
    List<PortProfile> all = known.all();
    ConnectionWeights left = avoidable.left(destinations);
    for (int i = 0; i < profiles; i++) {
      boolean isSought = left != null && PortProfiles.mayBeWorst(all, i);
      cached[i] = isSought ? tracks.size() : -1;
      if (isSought) {
        tracks.add(new ReplayTrack(replay(all.get(i), known, false), 1, 1, left, startedAt));
      }
    }
  }

  @Override
  public EventSink nextRun() {
    return new RunPorts(this);
  }

  @Override
  public RunResults results() {
    return results;
  }

  List<ReplayTrack> tracks() {
    return tracks;
  }

  PortDestinations destinations() {
    return destinations;
  }

  ObservedSums observed() {
    return observed;
  }

  int siteOfStack(int stack) {
    return definitions.siteOfStack(stack);
  }

  /** A connect failed for want of a port. */
  void foundNoPort(long at, int site, int destination) {
    lastFailure = new Failure(site, destination);
    if (holdersAtFailure == null) {
      holdersAtFailure = tracks.get(0).holdersAt(at);
    }
  }

  /** A run ends; what it has open is still open. */
  void ending(long at) {
    if (lastFailure != null) {
      holdersAtEnd = tracks.get(0).holdersAt(at);
    }
    endedAt = Math.max(endedAt, at);
  }

  /** The last connect that failed for want of a port, or null. */
  Failure lastFailure() {
    return lastFailure;
  }

  /** Who held ports when the last run that was read ended, if any had found none before. */
  List<PortHolder> holdersAtEnd() {
    return holdersAtEnd;
  }

  /** A connect that found no port. */
  record Failure(int site, int destination) {}

  PortFindings findings() {
    List<PortSteps> steps = new ArrayList<>();
    List<PortUse> uses = new ArrayList<>();
    for (ReplayTrack track : tracks) {
      PortSteps ofTrack = track.steps();
      if (ofTrack != null) {
        steps.add(ofTrack);
      }
      uses.add(track.result(endedAt));
    }
    return new PortFindings(
        uses.subList(0, profiles),
        uses.subList(profiles, profiles + asked),
        destinations.addresses(),
        holdersAtFailure,
        observed.result(results.unexplained.highest()),
        withoutAvoidable(uses),
        avoidable.timeWaitShares(),
        steps);
  }

  private List<PortUse> withoutAvoidable(List<PortUse> uses) {
    List<PortUse> found = new ArrayList<>();
    for (int track : cached) {
      found.add(track < 0 ? null : uses.get(track));
    }
    return found;
  }
}
