package dev.churnagent.analysis;

import dev.churnagent.analysis.RequestFindings.TargetCount;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.RequestKind;
import dev.churnagent.model.Transport;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the connections of targets. Those of a watched method have its frame in their stack, or, if
 * another thread connects for it, go where the HTTP requests beneath it go; those of an HTTP
 * request go to its URL's host and port.
 */
final class TargetFinder {
  private static final BitSet NO_STACKS = new BitSet(0);

  private final Definitions definitions;
  private final ConnectionStatistics statistics;
  private final Map<String, BitSet> stacksByMethod;
  private final Map<String, Set<String>> urlsByMethod = new HashMap<>();

  /**
   * Creates one.
   *
   * @param requests all that may be asked for
   */
  TargetFinder(
      Definitions definitions, ConnectionStatistics statistics, List<RequestFindings> requests) {
    this.definitions = definitions;
    this.statistics = statistics;
    Set<String> frames = new HashSet<>();
    for (RequestFindings request : requests) {
      if (request.kind() == RequestKind.METHOD) {
        frames.add(frame(request.target()));
        addUrls(request);
      }
    }
    stacksByMethod = definitions.stacksThrough(frames);
  }

  /** {@code com.acme.Device#get} as it begins in a stack trace. */
  private static String frame(String target) {
    return target.replace('#', '.');
  }

  private void addUrls(RequestFindings request) {
    Set<String> urls = urlsByMethod.get(request.target());
    if (urls == null) {
      urls = new HashSet<>();
      urlsByMethod.put(request.target(), urls);
    }
    for (TargetCount beneath : request.beneath()) {
      urls.add(beneath.target());
    }
  }

  /** The connections of a target, or null if none can be told to be its. */
  TargetConnections of(String target) {
    if (target.indexOf(' ') >= 0) {
      return toAddresses(addressesOf(Set.of(target)));
    }
    BitSet stacks = stacksByMethod.get(frame(target));
    TargetConnections found = stacks == null ? null : fromStacks(stacks);
    Set<String> urls = urlsByMethod.get(target);
    return found != null || urls == null ? found : toAddresses(addressesOf(urls));
  }

  private TargetConnections fromStacks(BitSet stacks) {
    Ended ended = new Ended();
    for (int stack = stacks.nextSetBit(0); stack >= 0; stack = stacks.nextSetBit(stack + 1)) {
      ended.add(statistics.stackConnections(stack), statistics.closesByStack(), stack);
    }
    return ended.all == 0
        ? null
        : new TargetConnections(stacks, Set.of(), ended.all, ended.share());
  }

  private TargetConnections toAddresses(Set<String> addresses) {
    Ended ended = new Ended();
    for (int id = 0; id < definitions.endpointCount(); id++) {
      if (addresses.contains(definitions.endpoint(id).address())) {
        ended.add(statistics.endpointConnections(id), statistics.closesByEndpoint(), id);
      }
    }
    return ended.all == 0
        ? null
        : new TargetConnections(NO_STACKS, addresses, ended.all, ended.share());
  }

  /**
   * The addresses that requests of HTTP targets go to: by host and port, else by the port alone.
   */
  Set<String> addressesOf(Set<String> targets) {
    Set<String> exact = new HashSet<>();
    Set<String> samePort = new HashSet<>();
    for (String target : targets) {
      HttpAuthority authority = HttpAuthority.of(target);
      for (int id = 0; authority != null && id < definitions.endpointCount(); id++) {
        Endpoint endpoint = definitions.endpoint(id);
        if (endpoint.transport() != Transport.UNIX && authority.hasPortOf(endpoint)) {
          samePort.add(endpoint.address());
          if (authority.isHostOf(endpoint)) {
            exact.add(endpoint.address());
          }
        }
      }
    }
    return exact.isEmpty() ? samePort : exact;
  }

  /** Connections added up, and how they ended. */
  private static final class Ended {
    private long all;
    private long ours;
    private long others;
    private long unknown;

    private void add(long connections, CloseCounts closes, int id) {
      all += connections;
      ours += closes.ours(id);
      others += closes.others(id);
      unknown += closes.unknown(id);
    }

    private Double share() {
      return unknown > 0 || ours + others == 0 ? null : (Double) ((double) ours / (ours + others));
    }
  }
}
