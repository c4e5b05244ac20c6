package dev.churnagent.analysis;

import dev.churnagent.config.ClassPattern;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * One run of several, read by its own daemon thread, whose events are pulled one by one by the
 * merging thread. Runs are ordered by the time of their next event.
 */
final class ThreadedRun implements Comparable<ThreadedRun> {
  private static final int BATCH = 1024;
  private static final int BATCHES_AHEAD = 4;

  private final RecordingSource source;
  private final int index;
  private final EventSink sink;
  private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(BATCHES_AHEAD);
  private Thread thread;
  private Batch current = new Batch(0);
  private int next = -1;
  private RecordedRun recorded;

  ThreadedRun(RecordingSource source, int index, EventSink sink) {
    this.source = source;
    this.index = index;
    this.sink = sink;
  }

  void start(Definitions definitions, List<ClassPattern> application, RunResults fetches) {
    Reading reading = new Reading(definitions, application, fetches);
    thread = new Thread(reading, "churn-report-reader");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Goes on to the next event.
   *
   * @return false if there is none, because the run was read to its end
   * @throws IOException if the reading failed
   */
  boolean advance() throws IOException {
    next++;
    while (next == current.size) {
      if (current.isLast) {
        return end();
      }
      try {
        current = queue.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while reading recordings", e);
      }
      next = 0;
    }
    return true;
  }

  private boolean end() throws IOException {
    if (current.failure instanceof IOException) {
      throw (IOException) current.failure;
    }
    if (current.failure instanceof RuntimeException) {
      throw (RuntimeException) current.failure;
    }
    if (current.failure instanceof Error) {
      throw (Error) current.failure;
    }
    recorded = current.recorded;
    return false;
  }

  long nextAt() {
    return current.events.at[next];
  }

  /** Counts the current event. */
  void emit() {
    current.events.emit(next, nextAt(), sink);
  }

  /** Place of this run in order of start. */
  int index() {
    return index;
  }

  /** The run, once {@link #advance} said that it has ended. */
  RecordedRun recorded() {
    return recorded;
  }

  /** Ends the reading thread early. */
  void cancel() {
    thread.interrupt();
  }

  @Override
  public int compareTo(ThreadedRun other) {
    int order = Long.compare(nextAt(), other.nextAt());
    return order != 0 ? order : Integer.compare(index, other.index);
  }

  /** A stretch of events on its way between the threads. */
  private static final class Batch {
    private final Events events;
    private int size;
    private boolean isLast;
    private RecordedRun recorded;
    private Throwable failure;

    private Batch(int capacity) {
      events = new Events(capacity);
    }
  }

  /** The reading thread's side. */
  private final class Reading implements Runnable, EventSink {
    private final RunReader reader;
    private Batch batch = new Batch(BATCH);

    private Reading(Definitions definitions, List<ClassPattern> application, RunResults fetches) {
      reader = new RunReader(definitions, application, this, fetches);
    }

    @Override
    public void run() {
      try {
        source.read(reader);
        batch.recorded = RecordingAnalysis.readRun(reader);
      } catch (ReadingCancelledException e) {
        return;
      } catch (IOException | RuntimeException | Error e) {
        batch.failure = e;
      }
      batch.isLast = true;
      try {
        handOver();
      } catch (ReadingCancelledException e) {
        return;
      }
    }

    @Override
    public void event(
        long at, int what, int stack, int site, int endpoint, int port, long duration) {
      batch.events.set(batch.size++, at, what, stack, site, endpoint, port, duration);
      if (batch.size == BATCH) {
        handOver();
      }
    }

    private void handOver() {
      try {
        queue.put(batch);
      } catch (InterruptedException e) {
        throw new ReadingCancelledException();
      }
      batch = new Batch(BATCH);
    }
  }
}
