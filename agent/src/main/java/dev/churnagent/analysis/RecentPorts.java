package dev.churnagent.analysis;

import dev.churnagent.config.ClassPattern;
import dev.churnagent.config.ConfigurationException;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.RecordingHandler;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.WatchedMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Remembers which call site used a local port towards an endpoint last, so that a socket in the
 * system's table can be told as a line of code. Feed it one recording from front to back.
 *
 * <p>Memory is bounded: for each port the last few connections only.
 */
public final class RecentPorts implements RecordingHandler {
  private static final int PORTS = 1 << 16;

  /** Linux gives one port to several destinations at a time, more so under churn. */
  private static final int USES = 4;

  private static final long STILL_OPEN = Long.MAX_VALUE;

  private final int[] endpointIds = new int[PORTS * USES];
  private final int[] stackIds = new int[PORTS * USES];
  private final long[] closedAtNanos = new long[PORTS * USES];
  private final byte[] newest = new byte[PORTS];
  private final List<String> sites = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();
  private CodeClassifier classifier;
  private SiteFinder finder;
  private long pid = -1;
  private long startNanos;
  private long endNanos;

  /** Creates one for one recording. */
  public RecentPorts() {
    Arrays.fill(endpointIds, -1);
  }

  /** The recorded process, or -1 before the recording was read. */
  public long pid() {
    return pid;
  }

  /**
   * Where in the code a connection was opened.
   *
   * @param localPort our port
   * @param address the peer's as {@link Endpoint#address()} writes it, without the scope of an IPv6
   *     address
   * @param sinceEpochNanos what was closed before this moment, or was open when the run ended
   *     before it, is another, older connection
   * @return a line as in a stack trace, or null if this recording has no such connection
   */
  public String siteOf(int localPort, String address, long sinceEpochNanos) {
    for (int age = 0; age < USES; age++) {
      int use = localPort * USES + (newest[localPort] + USES - age) % USES;
      int endpoint = endpointIds[use];
      if (endpoint >= 0 && address.equals(textOf(addresses, endpoint))) {
        long closed = closedAtNanos[use] == STILL_OPEN ? endNanos : closedAtNanos[use];
        return startNanos + closed < sinceEpochNanos ? null : siteOfStack(stackIds[use]);
      }
    }
    return null;
  }

  private String siteOfStack(int stackId) {
    String site = textOf(sites, stackId);
    return site == null ? CallSite.UNKNOWN : site;
  }

  private static String textOf(List<String> texts, int id) {
    return id >= 0 && id < texts.size() ? texts.get(id) : null;
  }

  @Override
  public void runStarted(RunInfo run) {
    pid = run.pid();
    startNanos = RecordedRun.epochNanos(run);
    classifier = new CodeClassifier(patterns(run), run.mainLocation());
    finder = new SiteFinder(classifier);
  }

  private static List<ClassPattern> patterns(RunInfo run) {
    List<ClassPattern> patterns = new ArrayList<>();
    for (String text : run.applicationPatterns()) {
      try {
        patterns.add(ClassPattern.parse("app", text));
      } catch (ConfigurationException ofAnotherVersion) {
        continue; // the report tells it
      }
    }
    return patterns;
  }

  @Override
  public void methodDefined(int methodId, WatchedMethod method) {
    classifier.learnFrom(method);
  }

  @Override
  public void stackDefined(int stackId, CallStack stack) {
    classifier.learnFrom(stack);
    put(sites, stackId, finder.siteOf(stack).describe());
  }

  @Override
  public void endpointDefined(int endpointId, Endpoint endpoint) {
    put(addresses, endpointId, withoutScope(endpoint.address()));
  }

  /** The system's table does not tell the interface of {@code [fe80::1%eth0]:80}. */
  private static String withoutScope(String address) {
    int scope = address.indexOf('%');
    return scope < 0 || address.indexOf(']') < scope
        ? address
        : address.substring(0, scope) + address.substring(address.indexOf(']'));
  }

  private static void put(List<String> texts, int id, String text) {
    while (texts.size() <= id) {
      texts.add(null);
    }
    texts.set(id, text);
  }

  @Override
  public void connectionEstablished(
      long atNanos, int stackId, int endpointId, int localPort, long connectNanos) {
    if (localPort <= 0 || localPort >= PORTS || endpointId < 0) {
      return;
    }
    byte next = (byte) ((newest[localPort] + 1) % USES);
    newest[localPort] = next;
    int use = localPort * USES + next;
    endpointIds[use] = endpointId;
    stackIds[use] = stackId;
    closedAtNanos[use] = STILL_OPEN;
  }

  @Override
  public void connectionClosed(
      long atNanos,
      int stackId,
      int endpointId,
      int localPort,
      long lifetimeNanos,
      ClosedFirst closedFirst) {
    if (localPort <= 0 || localPort >= PORTS) {
      return;
    }
    for (int use = localPort * USES; use < (localPort + 1) * USES; use++) {
      if (endpointIds[use] == endpointId && closedAtNanos[use] == STILL_OPEN) {
        closedAtNanos[use] = atNanos;
      }
    }
  }

  @Override
  public void runEnded(long endedAtNanos, EndReason reason, long lostEvents) {
    endNanos = endedAtNanos;
  }
}
