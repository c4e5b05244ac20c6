package dev.churnagent.it.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A report.json, with the look-ups that tests need.
 *
 * @param json the whole
 */
public record RunReport(JsonNode json) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  public static RunReport read(Path file) {
    try {
      return new RunReport(MAPPER.readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static RunReport parse(String text) {
    try {
      return new RunReport(MAPPER.readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode run() {
    return json.path("run");
  }

  /** A number of {@code totals}. */
  public int total(String name) {
    return number(json.path("totals"), name);
  }

  public int connections() {
    return total("connections");
  }

  public List<String> degraded() {
    List<String> texts = new ArrayList<>();
    run().path("degraded").forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** Nothing was lost and nothing was left out. */
  public boolean isWhole() {
    return degraded().isEmpty() && number(run(), "lostEvents") == 0;
  }

  /** All sites of that method, in any class and line. */
  public List<JsonNode> sites(String method) {
    return sites(site -> site.path("method").asText().equals(method));
  }

  public List<JsonNode> sites(Predicate<JsonNode> wanted) {
    List<JsonNode> found = new ArrayList<>();
    json.path("sites").forEach(found::add);
    found.removeIf(wanted.negate());
    return found;
  }

  /** The only site of that method. */
  public JsonNode site(String method) {
    List<JsonNode> found = sites(method);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " sites in " + method + ": " + json.toPrettyString());
    }
    return found.get(0);
  }

  /** How many connections all sites of that method opened. */
  public int connections(String method) {
    return sites(method).stream().mapToInt(site -> number(site, "connections")).sum();
  }

  /** The endpoint of that address. */
  public JsonNode endpoint(String address) {
    for (JsonNode endpoint : json.path("endpoints")) {
      if (endpoint.path("address").asText().equals(address)) {
        return endpoint;
      }
    }
    throw new AssertionError("no endpoint " + address + ": " + json.toPrettyString());
  }

  /** A number that must be there. */
  public static int number(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isIntegralNumber()) {
      throw new AssertionError(name + " is no number in " + node.toPrettyString());
    }
    return value.intValue();
  }
}
