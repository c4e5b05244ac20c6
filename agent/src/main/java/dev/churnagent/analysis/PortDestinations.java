package dev.churnagent.analysis;

import dev.churnagent.analysis.ports.Destinations;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.Transport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Destinations of the port model: endpoints by their address alone, since the name that was asked
 * for makes no difference to ports.
 */
final class PortDestinations implements Destinations {
  /** No port is taken towards there: a UNIX-domain socket. */
  static final int NONE = -1;

  private static final int UNKNOWN = -2;

  private final Definitions definitions;
  private final Map<String, Integer> hopsByAddress;
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> addresses = new ArrayList<>();
  private int[] ofEndpoint = {};
  private boolean[] loopback = new boolean[8];
  private int[] hops = new int[8];

  PortDestinations(Definitions definitions, Map<String, Integer> hopsByAddress) {
    this.definitions = definitions;
    this.hopsByAddress = hopsByAddress;
  }

  /** The destination of an endpoint, or {@link #NONE}. */
  int of(int endpoint) {
    if (endpoint >= ofEndpoint.length) {
      int old = ofEndpoint.length;
      ofEndpoint = Arrays.copyOf(ofEndpoint, Math.max(endpoint + 1, 2 * old));
      Arrays.fill(ofEndpoint, old, ofEndpoint.length, UNKNOWN);
    }
    if (ofEndpoint[endpoint] == UNKNOWN) {
      ofEndpoint[endpoint] = find(definitions.endpoint(endpoint));
    }
    return ofEndpoint[endpoint];
  }

  private int find(Endpoint endpoint) {
    if (endpoint.transport() == Transport.UNIX) {
      return NONE;
    }
    Integer known = ids.putIfAbsent(endpoint.address(), addresses.size());
    if (known != null) {
      return known;
    }
    int id = addresses.size();
    addresses.add(endpoint.address());
    if (id == hops.length) {
      hops = Arrays.copyOf(hops, 2 * id);
      loopback = Arrays.copyOf(loopback, 2 * id);
    }
    Integer found = hopsByAddress.get(endpoint.address());
    hops[id] = found == null ? 1 : found;
    loopback[id] = isLoopback(endpoint.address());
    return id;
  }

  private static boolean isLoopback(String address) {
    return address.startsWith("127.") || address.startsWith("[::1]");
  }

  @Override
  public boolean isLoopback(int destination) {
    return loopback[destination];
  }

  @Override
  public int hops(int destination) {
    return hops[destination];
  }

  /** The address of each destination by its id. */
  List<String> addresses() {
    return addresses;
  }
}
