package dev.churnagent.measure;

import dev.churnagent.journal.JournalTail;
import dev.churnagent.model.Call;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.FailureKind;
import dev.churnagent.model.RecordingHandler;
import dev.churnagent.model.RequestKey;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.WatchedMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The run's own journal, read once for all measurements: each end of one reads on from where the
 * last one stopped, and every record goes to all that are open. So thousands of them cost no more
 * than one look at the whole journal. Guarded by its lock, but for {@link #open}.
 *
 * <p>A measurement does not tell of clients and closers: their records are left out.
 */
final class LiveJournal implements RecordingHandler {
  /** How {@code Faults} begins: something happened once, and is counted as a lost event. */
  private static final String ONCE = "the agent failed with ";

  private static final String NOTE = "note: ";

  private final Path file;
  private final Known known = new Known();

  /** Those that began and have not ended; any thread adds and removes. */
  final List<Measurement> open = new CopyOnWriteArrayList<>();

  /** What can't be measured from some moment on. */
  private final Set<String> lasting = new LinkedHashSet<>();

  private JournalTail tail;
  private volatile boolean broken;

  LiveJournal(Path file) {
    this.file = file;
  }

  /**
   * Reads on.
   *
   * @param end as the journal's writer gave it
   */
  void readTo(long end) throws IOException {
    if (broken) {
      throw new IOException("the run's journal could not be read on");
    }
    boolean done = false;
    try {
      if (tail == null) {
        tail = JournalTail.open(file, this);
      }
      tail.readTo(end);
      done = true;
    } finally {
      // Half of a piece was handed on: read again, it would count twice.
      broken = !done;
    }
  }

  /** Whether reading failed; then all that are open fail, and later ones need another reader. */
  boolean isBroken() {
    return broken;
  }

  /** What could not be measured in general, as far as read. */
  Set<String> lastingTroubles() {
    return lasting;
  }

  @Override
  public void runStarted(RunInfo run) {
    known.run = run;
  }

  @Override
  public void stackDefined(int stackId, CallStack stack) {
    known.stack(stackId, stack);
  }

  @Override
  public void endpointDefined(int endpointId, Endpoint endpoint) {
    known.endpoint(endpointId, endpoint);
  }

  @Override
  public void methodDefined(int methodId, WatchedMethod method) {
    known.method(methodId, method);
  }

  @Override
  public void requestDefined(int requestId, RequestKey key) {
    known.request(requestId, key);
  }

  @Override
  public void originDefined(int originId, int stackId, int parentOriginId) {
    known.origin(originId, stackId, parentOriginId);
  }

  @Override
  public void scopeStarted(
      long atNanos, int scopeId, int methodId, int threadId, int parentScopeId) {
    for (Measurement measurement : open) {
      measurement.scopeStarted(known, atNanos, scopeId, methodId, threadId, parentScopeId);
    }
  }

  @Override
  public void scopeEnded(long atNanos, int scopeId) {
    for (Measurement measurement : open) {
      measurement.scopeEnded(scopeId);
    }
  }

  @Override
  public void connectionEstablished(
      long atNanos,
      int stackId,
      int endpointId,
      int localPort,
      long connectNanos,
      boolean inScope) {
    if (!inScope) {
      for (Measurement measurement : open) {
        measurement.connectedInNoScope(atNanos, stackId, endpointId, localPort);
      }
    }
  }

  @Override
  public void connectionInScope(
      long atNanos, int stackId, int endpointId, int localPort, int scopeId) {
    for (Measurement measurement : open) {
      measurement.connected(atNanos, stackId, endpointId, localPort, scopeId);
    }
  }

  @Override
  public void connectFailedInScope(
      long atNanos, int stackId, int endpointId, FailureKind kind, int scopeId) {
    for (Measurement measurement : open) {
      measurement.failed(atNanos, stackId, endpointId, kind, scopeId);
    }
  }

  @Override
  public void connectionClosed(
      long atNanos,
      int stackId,
      int endpointId,
      int localPort,
      long lifetimeNanos,
      ClosedFirst closedFirst) {
    for (Measurement measurement : open) {
      measurement.closed(atNanos, stackId, endpointId, localPort, lifetimeNanos, closedFirst);
    }
  }

  @Override
  public void callEnded(Call call) {
    for (Measurement measurement : open) {
      measurement.called(call);
    }
  }

  @Override
  public void measurementDegraded(long atNanos, String what) {
    if (what.startsWith(NOTE)) {
      return;
    }
    if (!what.startsWith(ONCE)) {
      lasting.add(what);
      return;
    }
    for (Measurement measurement : open) {
      if (measurement.isRunning()) {
        measurement.troubles.add(what);
      }
    }
  }
}
