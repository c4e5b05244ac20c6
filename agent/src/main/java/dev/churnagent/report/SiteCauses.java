package dev.churnagent.report;

import dev.churnagent.analysis.Findings.CloserCount;
import dev.churnagent.analysis.Findings.SiteFindings;
import dev.churnagent.model.ClientKind;
import dev.churnagent.report.Report.ClientObjects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Why a site opened its connections as it did, where clients and closers tell. */
final class SiteCauses {
  /** A client that is built for each use keeps nothing for the next one. */
  private static final double CONNECTIONS_PER_CLIENT = 2;

  /** A handful of clients may have their reasons. */
  private static final long MANY = 5;

  /** What explains less than one in so many connections is no cause of their number. */
  private static final long SHARE = 10;

  /**
   * Idle connections that the JDK's HttpURLConnection keeps for each destination ({@code
   * http.maxConnections}); more that nobody closed were not given back.
   */
  private static final long KEPT_PER_DESTINATION = 5;

  private static final String URL_CONNECTION = "HttpURLConnection";

  private SiteCauses() {}

  /**
   * One sentence for each cause; empty if none is known.
   *
   * @param clients as the report tells them
   */
  static List<String> of(SiteFindings site, List<ClientObjects> clients) {
    List<String> causes = new ArrayList<>();
    for (ClientObjects built : clients) {
      if (built.objects() >= MANY
          && built.connections() < CONNECTIONS_PER_CLIENT * built.objects()) {
        causes.add(oneClientForEach(built));
      } else if (built.kind().equals(ClientKind.GRPC_CHANNEL.text())) {
        causes.add(
            Numbers.count(built.connections(), "connection")
                + " by "
                + Numbers.count(built.objects(), "gRPC channel")
                + ": one connects at its first call, and again after idling");
      } else if (site.handedOver() && built.kind().equals(ClientKind.HIKARI_POOL.text())) {
        causes.add("opened in the background, by the pool itself" + builtAt(built));
      }
    }
    long unread = site.unreadAnswers();
    long left = left(site);
    if (unread >= MANY && unread * SHARE >= site.statistics().connections()) {
      causes.add(
          Numbers.count(unread)
              + " responses were not read to their end before their connection was closed or the"
              + " run ended: it could not be used again");
    } else if (site.library() != null
        && site.library().name().equals(URL_CONNECTION)
        && left > KEPT_PER_DESTINATION * site.endpoints().size()) {
      causes.add(
          "response bodies not read to their end, or not closed: "
              + Numbers.count(left)
              + " of "
              + Numbers.count(site.statistics().connections(), "connection")
              + " could not be used again");
    }
    return Collections.unmodifiableList(causes);
  }

  /** Connections that the program never closed. */
  private static long left(SiteFindings site) {
    long left = site.statistics().openAtEnd();
    for (CloserCount closer : site.closers()) {
      left += closer.byCollector() ? closer.connections() : 0;
    }
    return left;
  }

  private static String oneClientForEach(ClientObjects built) {
    String text =
        Numbers.count(built.connections())
            + " connections by "
            + Numbers.count(built.objects())
            + " client objects ("
            + built.kind()
            + ")";
    return built.builtAt() == null ? text : text + ", all built at " + built.builtAt();
  }

  private static String builtAt(ClientObjects built) {
    return built.builtAt() == null ? "" : ", which was built at " + built.builtAt();
  }
}
