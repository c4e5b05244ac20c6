package dev.churnagent.analysis;

import dev.churnagent.analysis.ports.PortHolder;
import dev.churnagent.config.ClassPattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Who holds the ports of a machine that has none left, from the recording of a program that still
 * runs.
 *
 * @param site the call site whose connect failed last, as in a stack trace
 * @param endpoint where it wanted to go
 * @param message what the system said of the first failure, or null
 * @param holders who holds ports, most first
 */
public record PortAutopsy(String site, String endpoint, String message, List<Holder> holders) {
  /** Ports that a call site holds towards an endpoint. */
  public record Holder(String site, String endpoint, long open, long timeWait) {}

  /** Keeps an unmodifiable copy. */
  public PortAutopsy {
    holders = List.copyOf(holders);
  }

  /**
   * Reads a recording to where it is written.
   *
   * @param application patterns of application classes; empty: as recorded
   * @return null if no connect has failed for want of a port
   * @throws IOException if it can't be read
   */
  public static PortAutopsy of(RecordingSource source, List<ClassPattern> application)
      throws IOException {
    Definitions definitions = new Definitions();
    AvoidableConnections nothing =
        new AvoidableConnections(definitions, new ConnectionStatistics(), null, List.of());
    PortPass pass = new PortPass(definitions, List.of(), PortPlan.DEFAULT, nothing, null);
    RunReader reader = new RunReader(definitions, application, pass.nextRun(), pass.results());
    new ConnectionRecords(source).read(reader);
    PortPass.Failure last = pass.lastFailure();
    if (last == null) {
      return null;
    }
    List<String> addresses = pass.destinations().addresses();
    List<Holder> holders = new ArrayList<>();
    for (PortHolder holder : pass.holdersAtEnd()) {
      holders.add(
          new Holder(
              describe(definitions, holder.site()),
              addresses.get(holder.destination()),
              holder.open(),
              holder.timeWait()));
    }
    return new PortAutopsy(
        describe(definitions, last.site()),
        addresses.get(last.destination()),
        RecordingAnalysis.readRun(reader).exhaustionMessage(),
        holders);
  }

  private static String describe(Definitions definitions, int site) {
    CallSite found = definitions.site(site);
    return FrameText.of(found.className(), found.method(), found.file(), found.line());
  }

  /** Sums of all holders: open connections. */
  public long open() {
    long sum = 0;
    for (Holder holder : holders) {
      sum += holder.open();
    }
    return sum;
  }

  /** Sums of all holders: sockets in TIME_WAIT. */
  public long timeWait() {
    long sum = 0;
    for (Holder holder : holders) {
      sum += holder.timeWait();
    }
    return sum;
  }
}
