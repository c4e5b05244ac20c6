package dev.churnagent.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values that stand in one place: the agent arguments, the environment, or the file. */
final class Layer {
  // No EnumMap: it asks for the constants by reflection, which on Java 25 loads 200 classes.
  private final Map<Option, List<GivenValue>> values = new HashMap<>();

  /** What is given for an option, in order; null if nothing is, empty for an empty list. */
  List<GivenValue> get(Option option) {
    return values.get(option);
  }

  /** Keeps a list's elements. */
  void put(Option option, List<GivenValue> elements) {
    values.put(option, elements);
  }

  /** Keeps a value; that of a list is split at {@code ;} and {@code ,}. */
  void put(Option option, String where, String text) {
    List<GivenValue> elements = new ArrayList<>(1);
    int start = 0;
    for (int i = 0; option.isList() && i < text.length(); i++) {
      if (text.charAt(i) == ';' || text.charAt(i) == ',') {
        addElement(elements, where, text.substring(start, i));
        start = i + 1;
      }
    }
    if (option.isList()) {
      addElement(elements, where, text.substring(start));
    } else {
      elements.add(new GivenValue(where, text));
    }
    values.put(option, elements);
  }

  private static void addElement(List<GivenValue> elements, String where, String text) {
    String trimmed = text.trim();
    if (!trimmed.isEmpty()) {
      elements.add(new GivenValue(where, trimmed));
    }
  }
}
