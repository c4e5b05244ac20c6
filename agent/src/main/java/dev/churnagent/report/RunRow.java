package dev.churnagent.report;

import dev.churnagent.analysis.FetchFindings;
import dev.churnagent.analysis.RecordedRun;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.Watching;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes the report's {@code run} of one or many recorded runs. */
final class RunRow {
  private static final int NAMED_RUNS = 3;
  private static final String NOTE = "note: ";

  private RunRow() {}

  /**
   * The row.
   *
   * @param runs by their start
   * @param fetches what was found about fetches in all runs, or null
   * @return null if there is no run
   */
  static Report.Run of(List<RecordedRun> runs, FetchFindings fetches) {
    if (runs.isEmpty()) {
      return null;
    }
    boolean single = runs.size() == 1;
    RunInfo first = runs.get(0).info();
    long end = Long.MIN_VALUE;
    long lost = 0;
    boolean complete = true;
    List<String> degraded = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (RecordedRun run : runs) {
      end = Math.max(end, run.endedAtNanos());
      lost += run.lostEvents();
      complete &= run.complete();
      addLines(run.degraded(), single ? "" : run.info().id() + ": ", degraded, notes);
    }
    if (fetches != null) {
      addLines(fetches.degraded(), "", degraded, notes);
    }
    return new Report.Run(
        id(runs),
        single ? first.pid() : null,
        common(runs, Property.HOST),
        common(runs, Property.OS),
        common(runs, Property.JAVA),
        common(runs, Property.MAIN_CLASS),
        UtcTime.of(runs.get(0).startedAtNanos()),
        UtcTime.of(end),
        durationSeconds(runs),
        complete,
        lost,
        Collections.unmodifiableList(degraded),
        Collections.unmodifiableList(notes),
        runs.size(),
        fetches == null ? runs.size() : runsWithoutFetches(runs));
  }

  /** What was recorded beside the events says by its first word that it is only a note. */
  private static void addLines(
      List<String> lines, String whose, List<String> degraded, List<String> notes) {
    for (String line : lines) {
      if (line.startsWith(NOTE)) {
        notes.add(whose.concat(line.substring(NOTE.length())));
      } else {
        degraded.add(whose.concat(line));
      }
    }
  }

  private static int runsWithoutFetches(List<RecordedRun> runs) {
    int without = 0;
    for (RecordedRun run : runs) {
      Watching watching = run.info().watching();
      if (watching == null || !watching.http() && watching.watch().isEmpty()) {
        without++;
      }
    }
    return without;
  }

  /** From the first start to the last end, rounded to milliseconds. */
  static double durationSeconds(List<RecordedRun> runs) {
    long end = Long.MIN_VALUE;
    for (RecordedRun run : runs) {
      end = Math.max(end, run.endedAtNanos());
    }
    return Math.round((end - runs.get(0).startedAtNanos()) / 1e6) / 1e3;
  }

  private static String id(List<RecordedRun> runs) {
    if (runs.size() > NAMED_RUNS) {
      return runs.size() + " runs";
    }
    StringBuilder id = new StringBuilder();
    for (RecordedRun run : runs) {
      id.append(id.length() == 0 ? "" : " + ").append(run.info().id());
    }
    return id.toString();
  }

  /** What all runs have in common, or null. */
  private static String common(List<RecordedRun> runs, Property property) {
    String value = property.of(runs.get(0).info());
    for (RecordedRun run : runs) {
      String other = property.of(run.info());
      if (value == null || !value.equals(other)) {
        return null;
      }
    }
    return value;
  }

  private enum Property {
    HOST,
    OS,
    JAVA,
    MAIN_CLASS;

    String of(RunInfo info) {
      return switch (this) {
        case HOST -> info.host();
        case OS -> info.os();
        case JAVA -> info.java();
        case MAIN_CLASS -> info.mainClass();
      };
    }
  }
}
