package dev.churnagent.benchmarks.report;

import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes the journal of an hour that never was, by the agent's own writer: connects and closes in
 * turn, of sites with a stack each, to 50 endpoints; lifetimes of up to some milliseconds, so that
 * connections overlap and their events are not in the order of their starts.
 */
final class SyntheticJournal {
  static final int STACK_DEPTH = 40;

  private static final int ENDPOINTS = 50;
  private static final int MAX_OPEN = 64;
  private static final long RUN_NANOS = TimeUnit.HOURS.toNanos(1);
  private static final int EVENTS_BETWEEN_PAUSES = 8_192;

  private final JournalWriter journal;
  private final int sites;
  private final Random random = new Random(1);
  private long written;

  private SyntheticJournal(JournalWriter journal, int sites) {
    this.journal = journal;
    this.sites = sites;
  }

  /**
   * Writes one.
   *
   * @param events connects and closes together
   * @throws IOException also if an event was lost
   */
  static void write(Path file, long events, int sites) throws IOException {
    Instant start = Instant.now().minusNanos(RUN_NANOS);
    long limit = Math.max(1L << 30, events * 64);
    JournalWriter journal =
        JournalWriter.create(
            file, limit, start, System.nanoTime() - RUN_NANOS, ProcessHandle.current().pid());
    SyntheticJournal synthetic = new SyntheticJournal(journal, sites);
    synthetic.define(start);
    synthetic.events(events);
    journal.end(EndReason.SHUTDOWN);
    if (journal.lostEvents() > 0) {
      throw new IOException("the writer lost " + journal.lostEvents() + " events");
    }
  }

  private void define(Instant start) {
    RunInfo run =
        new RunInfo(
            "synthetic", 1, "host", "Linux", "17", "com.acme.Main", null, start, List.of(), false);
    journal.appendPayload(RecordType.RUN_STARTED, 0, PayloadOutput.run(run));
    for (int i = 0; i < ENDPOINTS; i++) {
      Endpoint endpoint = new Endpoint(Transport.TCP, "10.0.0." + i + ":8100", null, null);
      journal.appendPayload(RecordType.ENDPOINT_DEFINED, i, PayloadOutput.endpoint(endpoint));
    }
    origin(0, new CodeOrigin("java.net.Socket", "Socket.java", null, "java.base", true));
    origin(1, application("com.acme.Main"));
    frame(0, 0, "connect", 633);
    for (int depth = 1; depth < STACK_DEPTH; depth++) {
      frame(depth, 1, "step" + depth, depth);
    }
    for (int site = 0; site < sites; site++) {
      origin(2 + site, application("com.acme.Site" + site));
      frame(STACK_DEPTH + site, 2 + site, "open", 42);
      int[] stack = new int[STACK_DEPTH];
      stack[1] = STACK_DEPTH + site;
      for (int i = 2; i < STACK_DEPTH; i++) {
        stack[i] = i;
      }
      journal.appendPayload(
          RecordType.STACK_DEFINED, site, PayloadOutput.stack(stack, STACK_DEPTH));
    }
  }

  private static CodeOrigin application(String name) {
    return new CodeOrigin(name, "Source.java", "file:/acme/classes/", null, false);
  }

  private void origin(int id, CodeOrigin origin) {
    journal.appendPayload(RecordType.CLASS_DEFINED, id, PayloadOutput.origin(origin));
  }

  private void frame(int id, int classId, String method, int line) {
    journal.appendPayload(RecordType.FRAME_DEFINED, id, PayloadOutput.frame(classId, method, line));
  }

  private void events(long events) {
    long connections = events / 2;
    long step = RUN_NANOS / Math.max(1, connections);
    long[] openedAt = new long[MAX_OPEN];
    int[] site = new int[MAX_OPEN];
    for (long i = 0; i < connections + MAX_OPEN; i++) {
      int slot = (int) (i % MAX_OPEN);
      long now = i * step + random.nextInt((int) step + 1);
      if (i >= MAX_OPEN) {
        long closed = Math.max(openedAt[slot] + 1, now - step / 2);
        event(
            RecordType.CONNECTION_CLOSED,
            ClosedFirst.LOCAL.code(),
            slot,
            closed,
            site[slot],
            closed - openedAt[slot]);
      }
      if (i < connections) {
        openedAt[slot] = now;
        site[slot] = random.nextInt(sites);
        event(RecordType.CONNECTION_ESTABLISHED, 0, slot, now, site[slot], 30_000 + slot);
      }
    }
  }

  /** Pauses now and then: the journal's thread makes room for programs, not for this loop. */
  private void event(RecordType type, int detail, int slot, long at, int site, long duration) {
    journal.appendEvent(type, detail, 32_768 + slot, at, site, site % ENDPOINTS, duration);
    if (++written % EVENTS_BETWEEN_PAUSES == 0) {
      LockSupport.parkNanos(500_000);
    }
  }
}
