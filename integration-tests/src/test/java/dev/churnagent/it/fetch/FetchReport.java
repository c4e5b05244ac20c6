package dev.churnagent.it.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.it.support.FetchServer;
import dev.churnagent.it.support.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The requests, chains and polls of a report, compared with a table and with the server's counts.
 *
 * @param watched whether fetches were told as watched calls
 */
public record FetchReport(RunReport report, boolean watched) {

  /** Nothing was lost, and the table's rows are what is told. */
  public void verify(List<Expected> table, FetchServer server) {
    assertThat(report.isWhole()).as("%s", report.run()).isTrue();
    // All of them: one wrong row must not hide the others.
    assertThat(table).allSatisfy(expected -> verify(expected, server));
    assertThat(sum(all("chains"), "avoidableCalls"))
        .as("all avoidable calls: %s", report.json().path("chains").toPrettyString())
        .isEqualTo(table.stream().mapToInt(expected -> expected.avoidable).sum());
  }

  private void verify(Expected expected, FetchServer server) {
    List<JsonNode> rows = rows(expected, server);
    String what = expected + ": " + rows;
    assertThat(rows).as(what).hasSize(expected.rows);
    assertThat(sum(rows, "calls")).as("calls of " + what).isEqualTo(expected.calls);
    assertThat(sum(rows, "failures")).as("failures of " + what).isEqualTo(expected.failures);
    assertThat(rows)
        .as("results of " + what)
        .allMatch(row -> number(row, "distinctResults") == expected.distinctResults);
    int connections = server.connections(expected.toString());
    assertThat(sum(rows, "connections")).as("connections of " + what).isEqualTo(connections);
    Set<String> ids = rows.stream().map(row -> row.path("id").asText()).collect(Collectors.toSet());
    verifyChains(expected, of(ids, "chains"), connections);
    verifyPolls(expected, of(ids, "polls"));
  }

  private static void verifyChains(Expected expected, List<JsonNode> chains, int connections) {
    String what = expected + ": " + chains;
    if (expected.shape == null) {
      assertThat(chains).as("no chain of " + what).isEmpty();
      return;
    }
    assertThat(chains).as("one chain of " + what).hasSize(1);
    JsonNode chain = chains.get(0);
    assertThat(chain.path("shape").asText()).as("shape of " + what).isEqualTo(expected.shape);
    assertThat(chain.path("root").asText()).as("root of " + what).isEqualTo(expected.root);
    if (!expected.steps.isEmpty()) {
      assertThat(texts(chain.path("steps"))).as("steps of " + what).isEqualTo(expected.steps);
    }
    assertThat(number(chain, "occurrences")).as(what).isEqualTo(expected.occurrences);
    assertThat(number(chain, "calls")).as("calls of " + what).isEqualTo(expected.chainCalls);
    assertThat(number(chain, "avoidableCalls"))
        .as("avoidable calls of " + what)
        .isEqualTo(expected.avoidable);
    assertThat(number(chain, "avoidableConnections"))
        .as("avoidable connections of " + what)
        .isBetween(expected.path.endsWith("/closing") ? connections : 0, connections);
    assertThat(chain.path("advice").asText()).as("advice of " + what).isNotBlank();
    if (expected.distinctArguments > 1) {
      assertThat(number(chain, "distinctArguments")).isEqualTo(expected.distinctArguments);
    }
  }

  private static void verifyPolls(Expected expected, List<JsonNode> polls) {
    if (expected.mayBePoll) {
      return;
    }
    String what = expected + ": " + polls;
    assertThat(polls).as("polls of " + what).hasSize(expected.poll ? 1 : 0);
    if (expected.poll) {
      assertThat(number(polls.get(0), "calls")).as(what).isEqualTo(expected.calls);
      assertThat(number(polls.get(0), "distinctResults"))
          .as(what)
          .isEqualTo(expected.distinctResults);
      assertThat(polls.get(0).path("site").asText()).as(what).isNotBlank();
      assertThat(polls.get(0).path("meanIntervalMillis").asDouble()).as(what).isPositive();
    }
  }

  private List<JsonNode> rows(Expected expected, FetchServer server) {
    if (watched && expected.method.equals("GET")) {
      return watchedRows("#fetch", expected.path);
    }
    String target = expected.method + " " + server.url() + expected.path;
    return requests(row -> row.path("target").asText().equals(target));
  }

  /** The rows of watched methods with that in their arguments. */
  public List<JsonNode> watchedRows(String target, String argument) {
    Pattern whole = Pattern.compile("(?<![\\w/-])" + Pattern.quote(argument) + "(?![\\w/-])");
    return requests(
        row ->
            row.path("kind").asText().equals("method")
                && row.path("target").asText().endsWith(target)
                && whole.matcher(row.path("arguments").asText()).find());
  }

  /** Some requests. */
  public List<JsonNode> requests(Predicate<JsonNode> wanted) {
    return all("requests").stream().filter(wanted).toList();
  }

  private List<JsonNode> of(Set<String> requestIds, String array) {
    return all(array).stream()
        .filter(each -> requestIds.contains(each.path("request").asText()))
        .toList();
  }

  /** The elements of an array that must be there. */
  public List<JsonNode> all(String array) {
    assertThat(report.json().path(array).isArray()).as(array + " of the report").isTrue();
    List<JsonNode> found = new ArrayList<>();
    report.json().path(array).forEach(found::add);
    return found;
  }

  /** Sums a number that each must have. */
  public static int sum(List<JsonNode> rows, String name) {
    return rows.stream().mapToInt(row -> number(row, name)).sum();
  }

  private static int number(JsonNode row, String name) {
    return RunReport.number(row, name);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
