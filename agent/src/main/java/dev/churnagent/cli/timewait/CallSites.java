package dev.churnagent.cli.timewait;

import dev.churnagent.analysis.RecentPorts;
import dev.churnagent.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Asks the journals of JVMs with the agent which line of code opened a connection. */
final class CallSites {
  /** Longer than TIME_WAIT lasts anywhere: what was closed before this is not in the table. */
  private static final long RECENT_NANOS = TimeUnit.MINUTES.toNanos(5);

  /** A journal is read again from its start, so not all the time. */
  private static final int SHARE_OF_TIME = 5;

  /** What a journal says of a connection. */
  record Found(long pid, String site) {}

  private final Path proc;
  private final List<Path> given;
  private final Map<Connection, Found> known = new HashMap<>();
  private final Map<Path, String> problems = new LinkedHashMap<>();
  private long nextReadNanos = System.nanoTime();
  private int journals;

  /**
   * Creates one.
   *
   * @param proc where Linux tells of processes
   * @param given journals that the user named
   */
  CallSites(Path proc, List<Path> given) {
    this.proc = proc;
    this.given = given;
  }

  /** Looks up what is not known yet, and forgets what is gone. */
  void update(TableLook look) {
    Set<Connection> wanted = new HashSet<>(look.timeWait);
    known.keySet().retainAll(wanted);
    wanted.removeAll(known.keySet());
    long start = System.nanoTime();
    if (wanted.isEmpty() || start - nextReadNanos < 0) {
      return;
    }
    problems.clear();
    Map<Path, Long> mapped = MappedJournals.find(proc);
    journals = mapped.size() + given.size();
    mapped.forEach((journal, pid) -> read(journal, pid, wanted));
    given.forEach(journal -> read(journal, -1, wanted));
    long end = System.nanoTime();
    nextReadNanos = end + (end - start) * SHARE_OF_TIME;
  }

  private void read(Path journal, long pid, Set<Connection> wanted) {
    RecentPorts ports = new RecentPorts();
    try {
      JournalReader.read(journal, ports);
    } catch (IOException e) {
      problems.put(journal, e.getMessage());
      return;
    }
    long since = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - RECENT_NANOS;
    for (Connection connection : wanted) {
      String site = ports.siteOf(connection.local().port(), connection.remote().toString(), since);
      if (site != null) {
        known.putIfAbsent(connection, new Found(pid < 0 ? ports.pid() : pid, site));
      }
    }
  }

  /** What a journal says, or null. */
  Found of(Connection connection) {
    return known.get(connection);
  }

  /** How many journals were found at the last reading. */
  int journals() {
    return journals;
  }

  /** Journals that could not be read, with the reason. */
  Map<Path, String> problems() {
    return problems;
  }
}
