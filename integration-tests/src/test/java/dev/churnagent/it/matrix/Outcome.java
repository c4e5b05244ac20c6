package dev.churnagent.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.it.support.RunReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a report says of a client's connections, beside what is true.
 *
 * @param accepted as the server counted
 * @param reported as the agent counted
 * @param attributed how many are at the method that asked for them
 * @param handedOver how many of the reported ones came over a hand-off
 * @param complaints each author with another number than its own
 * @param errors what must not be even once
 */
record Outcome(
    int accepted,
    int reported,
    int attributed,
    int handedOver,
    List<String> complaints,
    List<String> errors) {
  private static final int WANTED_PERCENT = 99;

  static Outcome of(Client client, int accepted, RunReport report) {
    Map<String, Integer> authors = authors(report);
    Map<String, Integer> clients = clients(report);
    List<String> complaints = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    int attributed = 0;
    for (Call call : client.calls()) {
      int ofCall = 0;
      for (Map.Entry<String, Integer> author : call.authors().entrySet()) {
        int told = authors.getOrDefault(author.getKey(), 0);
        ofCall += Math.min(told, author.getValue());
        if (told != author.getValue()) {
          complaints.add(author.getKey() + " " + told + " of " + author.getValue());
        }
        int objects = clients.getOrDefault(author.getKey(), 0);
        if (call.byOwnClients() && objects != told) {
          errors.add(author.getKey() + " " + told + " by " + objects + " clients");
        }
      }
      int others = call.others();
      for (String never : call.never()) {
        int told = authors.getOrDefault(never, 0);
        others -= told;
        if (told > 0) {
          errors.add(never + " " + told + " of none");
        }
      }
      attributed += ofCall + Math.max(0, others);
    }
    return new Outcome(
        accepted, report.connections(), attributed, handedOver(report), complaints, errors);
  }

  private static Map<String, Integer> authors(RunReport report) {
    return byMethod(report, site -> RunReport.number(site, "connections"));
  }

  /** How many client objects opened each method's connections. */
  private static Map<String, Integer> clients(RunReport report) {
    return byMethod(
        report,
        site -> {
          int objects = 0;
          for (JsonNode kind : site.path("clients")) {
            objects += RunReport.number(kind, "objects");
          }
          return objects;
        });
  }

  private static Map<String, Integer> byMethod(RunReport report, ToIntFunction<JsonNode> number) {
    Map<String, Integer> sums = new LinkedHashMap<>();
    for (JsonNode site : report.json().path("sites")) {
      if (site.path("class").asText().startsWith("programs.")
          && site.path("kind").asText().equals("application")) {
        sums.merge(site.path("method").asText(), number.applyAsInt(site), Integer::sum);
      }
    }
    return sums;
  }

  private static int handedOver(RunReport report) {
    return report.sites(site -> site.path("attribution").asText().equals("handoff")).stream()
        .mapToInt(site -> RunReport.number(site, "connections"))
        .sum();
  }

  boolean isCountExact() {
    return reported == accepted;
  }

  boolean isAttributed() {
    return attributed * 100 >= WANTED_PERCENT * accepted && errors.isEmpty();
  }

  double percent() {
    return accepted == 0 ? 0 : 100.0 * attributed / accepted;
  }

  /** For messages. */
  String wrong() {
    return Stream.of(complaints, errors).flatMap(List::stream).collect(Collectors.joining(", "));
  }
}
