package dev.churnagent.report;

import dev.churnagent.report.Report.ClientObjects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Why a site opened so many connections, where its clients tell. */
final class SiteCauses {
  /** A client that is built for each use keeps nothing for the next one. */
  private static final double CONNECTIONS_PER_CLIENT = 2;

  /** A handful of clients may have their reasons. */
  private static final long MANY = 5;

  private SiteCauses() {}

  /** One sentence for each cause; empty if none is known. */
  static List<String> of(List<ClientObjects> clients) {
    List<String> causes = new ArrayList<>();
    for (ClientObjects built : clients) {
      if (built.objects() >= MANY
          && built.connections() < CONNECTIONS_PER_CLIENT * built.objects()) {
        causes.add(oneClientForEach(built));
      }
    }
    return Collections.unmodifiableList(causes);
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
}
