package dev.churnagent.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A JSON object whose fields must be there with the right type; errors name the field's path. */
final class Node {
  private final JsonNode json;
  private final String path;

  Node(JsonNode json, String path) {
    this.json = json;
    this.path = path;
    if (!json.isObject()) {
      throw new MissingFieldException(path, "an object");
    }
  }

  private String pathOf(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  boolean has(String field) {
    return json.hasNonNull(field);
  }

  String text(String field) {
    if (!json.path(field).isTextual()) {
      throw new MissingFieldException(pathOf(field), "a string");
    }
    return json.get(field).textValue();
  }

  String textOrNull(String field) {
    return has(field) ? text(field) : null;
  }

  long count(String field) {
    if (!json.path(field).canConvertToLong()) {
      throw new MissingFieldException(pathOf(field), "a whole number");
    }
    return json.get(field).longValue();
  }

  double number(String field) {
    if (!json.path(field).isNumber()) {
      throw new MissingFieldException(pathOf(field), "a number");
    }
    return json.get(field).doubleValue();
  }

  boolean flag(String field) {
    if (!json.path(field).isBoolean()) {
      throw new MissingFieldException(pathOf(field), "true or false");
    }
    return json.get(field).booleanValue();
  }

  Node child(String field) {
    return new Node(json.path(field), pathOf(field));
  }

  Node childOrNull(String field) {
    return has(field) ? child(field) : null;
  }

  <T> List<T> list(String field, Function<Node, T> element) {
    List<T> list = new ArrayList<>();
    for (JsonNode child : array(field)) {
      list.add(element.apply(new Node(child, pathOf(field) + "[" + list.size() + "]")));
    }
    return list;
  }

  List<String> strings(String field) {
    List<String> list = new ArrayList<>();
    for (JsonNode child : array(field)) {
      list.add(child.asText());
    }
    return list;
  }

  /** Whole numbers, some of which may be null. */
  List<Integer> numbersOrNulls(String field) {
    List<Integer> list = new ArrayList<>();
    for (JsonNode child : array(field)) {
      if (!child.isNull() && !child.canConvertToInt()) {
        throw new MissingFieldException(pathOf(field), "an array of whole numbers");
      }
      list.add(child.isNull() ? null : (Integer) child.intValue());
    }
    return list;
  }

  List<Long> counts(String field) {
    List<Long> list = new ArrayList<>();
    for (JsonNode child : array(field)) {
      if (!child.isIntegralNumber() || !child.canConvertToLong()) {
        throw new MissingFieldException(pathOf(field), "an array of whole numbers");
      }
      list.add(child.longValue());
    }
    return list;
  }

  List<Double> numbers(String field) {
    List<Double> list = new ArrayList<>();
    for (JsonNode child : array(field)) {
      if (!child.isNumber()) {
        throw new MissingFieldException(pathOf(field), "an array of numbers");
      }
      list.add(child.doubleValue());
    }
    return list;
  }

  private JsonNode array(String field) {
    if (!json.path(field).isArray()) {
      throw new MissingFieldException(pathOf(field), "an array");
    }
    return json.get(field);
  }
}
