package dev.churnagent.analysis;

import dev.churnagent.model.Endpoint;

/** Host and port of an HTTP target, e.g. of {@code GET http://127.0.0.1:8100/status}. */
final class HttpAuthority {
  private final String host;
  private final String port;

  private HttpAuthority(String host, String port) {
    this.host = host;
    this.port = port;
  }

  /** Those of a target, or null if it has none. */
  static HttpAuthority of(String target) {
    int start = target.indexOf("://");
    if (start < 0) {
      return null;
    }
    int slash = target.indexOf('/', start + 3);
    String authority = target.substring(start + 3, slash < 0 ? target.length() : slash);
    int colon = authority.lastIndexOf(':');
    // An IPv6 address has colons of its own, but those stand in brackets.
    if (colon > authority.indexOf(']')) {
      return new HttpAuthority(authority.substring(0, colon), authority.substring(colon + 1));
    }
    boolean isSecure = target.startsWith("https", target.indexOf(' ') + 1);
    return new HttpAuthority(authority, isSecure ? "443" : "80");
  }

  boolean hasPortOf(Endpoint endpoint) {
    return endpoint.address().endsWith(":" + port);
  }

  /** Whether the endpoint is that host, by its address or by the name that was asked for. */
  boolean isHostOf(Endpoint endpoint) {
    String address = endpoint.address();
    return address.substring(0, Math.max(0, address.lastIndexOf(':'))).equalsIgnoreCase(host)
        || host.equalsIgnoreCase(endpoint.host());
  }
}
