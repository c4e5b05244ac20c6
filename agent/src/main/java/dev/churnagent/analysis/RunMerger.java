package dev.churnagent.analysis;

import dev.churnagent.config.ClassPattern;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Merges several recordings by wall-clock time.
 *
 * <p>Recordings push their events, a merge has to pull; so each is read by a thread that hands over
 * batches through a short queue. Exact sliding rates over several JVMs leave no cheaper way:
 * figures of single runs can't be added up afterwards. A recording is opened only when the merge
 * has come to its start, so a folder of a thousand test JVMs, four at a time, needs four threads
 * and four reorder buffers.
 */
final class RunMerger {
  private final Definitions definitions;
  private final List<ClassPattern> application;
  private final Pass pass;
  private final Deque<RunStart> unopened = new ArrayDeque<>();
  private final PriorityQueue<ThreadedRun> open = new PriorityQueue<>();

  RunMerger(Definitions definitions, List<ClassPattern> application, Pass pass) {
    this.definitions = definitions;
    this.application = application;
    this.pass = pass;
  }

  /** Counts the events of all sources in one order of time; gives the runs by their start. */
  List<RecordedRun> merge(List<? extends RecordingSource> sources) throws IOException {
    unopened.addAll(inOrderOfStart(sources));
    List<RecordedRun> runs = new ArrayList<>();
    try {
      while (!open.isEmpty() || !unopened.isEmpty()) {
        if (open.isEmpty() || nextStart() <= open.peek().nextAt()) {
          runs.add(null);
          openNext(runs.size() - 1);
        } else {
          drainEarliest(runs);
        }
      }
    } finally {
      for (ThreadedRun run : open) {
        run.cancel();
      }
    }
    return runs;
  }

  private static List<RunStart> inOrderOfStart(List<? extends RecordingSource> sources)
      throws IOException {
    RunStart[] starts = new RunStart[sources.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = RunStart.of(sources.get(i));
    }
    Arrays.sort(starts);
    return Arrays.asList(starts);
  }

  private void openNext(int index) throws IOException {
    RunStart start = unopened.poll();
    ThreadedRun run = new ThreadedRun(start.source(), index, pass.nextRun());
    run.start(definitions, application, pass.results());
    // Even a run without events has its end, so there is a first event unless reading failed.
    if (run.advance()) {
      open.add(run);
    } else {
      throw new IOException("a recording holds no run");
    }
  }

  /** Counts events of the earliest run up to where another run, or one not yet open, comes in. */
  private void drainEarliest(List<RecordedRun> runs) throws IOException {
    ThreadedRun run = open.poll();
    long until = Math.min(nextStart() - 1, open.isEmpty() ? Long.MAX_VALUE : open.peek().nextAt());
    boolean hasMore = true;
    while (hasMore && run.nextAt() <= until) {
      run.emit();
      hasMore = run.advance();
    }
    if (hasMore) {
      open.add(run);
    } else {
      runs.set(run.index(), run.recorded());
    }
  }

  private long nextStart() {
    return unopened.isEmpty() ? Long.MAX_VALUE : unopened.peek().atNanos();
  }
}
