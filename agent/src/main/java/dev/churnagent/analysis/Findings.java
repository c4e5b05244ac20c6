package dev.churnagent.analysis;

import dev.churnagent.analysis.timeline.ConnectionSteps;
import dev.churnagent.model.ClientKind;
import dev.churnagent.model.Endpoint;
import java.util.List;

/**
 * All that the analysis found, as values.
 *
 * @param runs the runs by their start
 * @param sites every call site that had an event, in no order
 * @param endpoints every endpoint, in no order
 * @param totalPeak highest rate of established connections in all, or null without connections
 * @param peakOpen the most connections open at one time
 * @param portExhaustion null if there was none
 * @param limits measures of the given limits on connections, in their order
 * @param fetches requests, chains and polls; null if no run recorded fetches
 * @param ports what the port model and the system's table say
 * @param steps connections over time, or null if there is no run
 */
public record Findings(
    List<RecordedRun> runs,
    List<SiteFindings> sites,
    List<EndpointFindings> endpoints,
    Peak totalPeak,
    long peakOpen,
    PortExhaustion portExhaustion,
    List<LimitMeasurement> limits,
    FetchFindings fetches,
    PortFindings ports,
    ConnectionSteps steps) {

  /**
   * One call site.
   *
   * @param id its id in the findings on ports
   * @param peak its highest rate, or null without connections
   * @param endpoints the addresses it connected to, most often first
   * @param scopes the scopes it connected in, most often first; null if no run had a scope
   * @param stacks the stacks it connected from, most often first, the rest in one last entry
   * @param clients the clients that opened its connections, most connections first; empty if none
   *     are known
   * @param library the one that the application talks to by most of its connections, or null
   * @param transport the one that opens the sockets for that; null if it is the same or unknown
   * @param closers who closed its connections but did not open them, most first; may be empty
   * @param unreadAnswers HTTP answers that were read only in part before their connection was
   *     closed or the run ended
   * @param handedOver whether most of its connections were opened by other threads, to which its
   *     work was handed over
   */
  public record SiteFindings(
      int id,
      CallSite site,
      SiteStatistics statistics,
      Peak peak,
      List<AddressCount> endpoints,
      List<ScopeCount> scopes,
      List<StackCount> stacks,
      List<ClientCount> clients,
      Library library,
      Library transport,
      List<CloserCount> closers,
      long unreadAnswers,
      boolean handedOver) {}

  /**
   * Clients of one kind that were built at one place.
   *
   * @param builtAt null if that was not seen
   * @param objects how many there were that opened a connection
   */
  public record ClientCount(ClientKind kind, CallSite builtAt, long objects, long connections) {}

  /**
   * Connections that were closed by another thread than the one that asked for them, or by a task
   * that was handed over.
   *
   * @param site where on the closing thread; never null
   * @param byCollector whether garbage collection closed them: the program forgot them
   * @param library what stands between that site and the close, or null
   * @param handedOverBy the application's site that handed the closing over, or null
   */
  public record CloserCount(
      CallSite site,
      boolean byCollector,
      Library library,
      CallSite handedOverBy,
      long connections) {}

  /** Connections to one address. */
  public record AddressCount(String address, long connections) {}

  /** Connections in all invocations of one scope method, e.g. {@code com.acme.FlowTest#works}. */
  public record ScopeCount(String name, long connections) {}

  /** Connections from one stack, its frames as text, innermost first. */
  public record StackCount(long connections, List<String> frames) {}

  /**
   * One far end.
   *
   * @param failed attempts that reached the operating system and failed
   * @param peak its highest rate, or null without connections
   */
  public record EndpointFindings(Endpoint endpoint, long connections, long failed, Peak peak) {}
}
