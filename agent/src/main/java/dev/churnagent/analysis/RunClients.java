package dev.churnagent.analysis;

import dev.churnagent.model.ClientKind;
import java.util.Arrays;

/** The clients that one run built, and the connections that each opened at each site. */
final class RunClients {
  private static final int UNKNOWN = -1;

  private final PairCounts connections = new PairCounts();
  private ClientKind[] kinds = {};
  private int[] builders = {};

  /**
   * A client was built.
   *
   * @param builder the site in {@link Definitions} that built it, or -1 if unknown
   */
  void built(int clientId, ClientKind kind, int builder) {
    if (clientId < 0) {
      return;
    }
    if (clientId >= kinds.length) {
      int before = kinds.length;
      kinds = Arrays.copyOf(kinds, Math.max(clientId + 1, 2 * before));
      builders = Arrays.copyOf(builders, kinds.length);
      Arrays.fill(builders, before, builders.length, UNKNOWN);
    }
    kinds[clientId] = kind;
    builders[clientId] = builder;
  }

  /** One of them opened a connection at a site. */
  void connected(int site, int clientId) {
    if (clientId >= 0) {
      connections.increment(site, clientId);
    }
  }

  /** The run ended: hands its sums over. */
  void runEnded(SiteClients totals) {
    connections.forEach(
        new PairCounts.Visitor() {
          @Override
          public void pair(int site, int clientId, long count) {
            boolean isKnown = clientId < kinds.length && kinds[clientId] != null;
            totals.add(
                site,
                isKnown ? kinds[clientId] : ClientKind.OTHER,
                isKnown ? builders[clientId] : UNKNOWN,
                count);
          }
        });
  }
}
