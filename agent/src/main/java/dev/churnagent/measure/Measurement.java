package dev.churnagent.measure;

import dev.churnagent.analysis.ScopeAnalysis;
import dev.churnagent.config.Rate;
import dev.churnagent.model.Call;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.FailureKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One measurement from its begin to its end, and the token for both. The journal's records come to
 * it while it is open; under the lock of {@link LiveJournal}, as all that is not final.
 */
final class Measurement {
  /** Who reads for it. */
  final LiveJournal live;

  /** The scope that it is in the journal; the recorder's token. */
  final Object scope;

  final int scopeId;
  final List<Rate> rates;

  /** Events that the run had lost when it began. */
  final long lostBefore;

  final long beganAtNanos;

  /** What went wrong while it ran, and may concern it. */
  final Set<String> troubles = new LinkedHashSet<>();

  private Known known;
  private ScopeAnalysis own;
  private ScopeRecords ownRecords;

  /** What may or may not be its own; null until there is something. */
  private ScopeAnalysis elsewhere;

  private ScopeRecords elsewhereRecords;
  private boolean running;

  Measurement(
      LiveJournal live,
      Object scope,
      int scopeId,
      List<Rate> rates,
      long lostBefore,
      long beganAtNanos) {
    this.live = live;
    this.scope = scope;
    this.scopeId = scopeId;
    this.rates = rates;
    this.lostBefore = lostBefore;
    this.beganAtNanos = beganAtNanos;
  }

  /** Whether the reader is between its begin and its end. */
  boolean isRunning() {
    return running;
  }

  private List<Duration> windows() {
    List<Duration> windows = new ArrayList<>(rates.size());
    for (Rate rate : rates) {
      windows.add(rate.window());
    }
    return windows;
  }

  void scopeStarted(
      Known definitions, long atNanos, int id, int methodId, int threadId, int parentId) {
    if (id == scopeId) {
      known = definitions;
      own = new ScopeAnalysis(known.run, windows());
      ownRecords = ScopeRecords.of(id, known, own.records());
      running = true;
    }
    if (running) {
      ownRecords.scopeStarted(atNanos, id, methodId, threadId, parentId);
    }
  }

  void scopeEnded(int id) {
    running = running && id != scopeId;
  }

  void connected(long atNanos, int stackId, int endpointId, int port, int inScope) {
    if (own != null) {
      ownRecords.connected(atNanos, stackId, endpointId, port, inScope);
    }
  }

  void failed(long atNanos, int stackId, int endpointId, FailureKind kind, int inScope) {
    if (own != null) {
      ownRecords.failed(atNanos, stackId, endpointId, kind, inScope);
    }
  }

  void connectedInNoScope(long atNanos, int stackId, int endpointId, int port) {
    if (running && !known.isOfTestRunner(stackId)) {
      elsewhere().connected(atNanos, stackId, endpointId, port, -1);
    }
  }

  void closed(
      long atNanos, int stackId, int endpointId, int port, long lifetime, ClosedFirst first) {
    if (own != null) {
      ownRecords.closed(atNanos, stackId, endpointId, port, lifetime, first);
    }
  }

  void called(Call call) {
    if (own == null) {
      return;
    }
    ownRecords.called(call);
    boolean mayBeOwn = call.scopeId() < 0 && running && call.has(Call.NETWORK);
    if (mayBeOwn && !known.isOfTestRunner(call.stackId())) {
      elsewhere().called(call);
    }
  }

  private ScopeRecords elsewhere() {
    if (elsewhere == null) {
      elsewhere = new ScopeAnalysis(known.run, windows());
      elsewhereRecords = ScopeRecords.ofNone(known, elsewhere.records());
    }
    return elsewhereRecords;
  }

  /** Whether its start was found in the journal. */
  boolean wasSeen() {
    return own != null;
  }

  boolean hadTooManyScopes() {
    return ownRecords.isTooMany();
  }

  ScopeAnalysis.Result ownResult(long endNanos) {
    return own.end(endNanos);
  }

  /** Null if there was nothing. */
  ScopeAnalysis.Result elsewhereResult(long endNanos) {
    return elsewhere == null ? null : elsewhere.end(endNanos);
  }
}
