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
   * The causes that are known; may be empty.
   *
   * @param clients as the report tells them
   */
  static List<Cause> of(SiteFindings site, List<ClientObjects> clients) {
    List<Cause> causes = new ArrayList<>();
    for (ClientObjects built : clients) {
      if (built.objects() >= MANY
          && built.connections() < CONNECTIONS_PER_CLIENT * built.objects()) {
        causes.add(of(Cause.CLIENT_EACH, oneClientForEach(built), built));
      } else if (built.kind().equals(ClientKind.GRPC_CHANNEL.text())) {
        causes.add(of(Cause.GRPC_CHANNEL, channels(built), built));
      } else if (site.handedOver() && built.kind().equals(ClientKind.HIKARI_POOL.text())) {
        String text = "opened in the background, by the pool itself" + builtAt(built);
        causes.add(of(Cause.POOL_FILLS, text, built));
      }
    }
    Cause bodies = bodies(site);
    if (bodies != null) {
      causes.add(bodies);
    }
    return Collections.unmodifiableList(causes);
  }

  private static Cause of(String kind, String text, ClientObjects built) {
    return new Cause(
        kind, text, built.connections(), built.objects(), built.kind(), built.builtAt());
  }

  /** What is known of responses that were not read, or null. */
  private static Cause bodies(SiteFindings site) {
    long connections = site.statistics().connections();
    long unread = site.unreadAnswers();
    if (unread >= MANY && unread * SHARE >= connections) {
      String text =
          Numbers.count(unread)
              + " responses not read to their end before their connection was closed or the run ended";
      return new Cause(Cause.UNREAD_ANSWERS, text, unread, null, null, null);
    }
    long left = left(site);
    boolean byUrl = site.library() != null && site.library().name().equals(URL_CONNECTION);
    if (!byUrl || left <= KEPT_PER_DESTINATION * site.endpoints().size()) {
      return null;
    }
    String text =
        "response bodies not read to their end, or not closed: "
            + Numbers.count(left)
            + " of "
            + Numbers.count(connections, "connection")
            + " could not be used again";
    return new Cause(Cause.LEFT_OPEN, text, left, null, null, null);
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

  private static String channels(ClientObjects built) {
    return Numbers.count(built.connections(), "connection")
        + " by "
        + Numbers.count(built.objects(), "gRPC channel")
        + ": one connects at its first call, and again after idling";
  }

  private static String builtAt(ClientObjects built) {
    return built.builtAt() == null ? "" : ", which was built at " + built.builtAt();
  }
}
