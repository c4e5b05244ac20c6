package dev.churnagent.analysis.fetch;

import java.util.HashMap;
import java.util.Map;

/** The places of one run, each once. */
final class Places {
  private final Map<String, Integer> methods = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();

  /** The one object that stands for this place. */
  Place intern(Place place) {
    String method = place.className + '#' + place.method;
    String key = method + ':' + place.line + (place.synthetic ? "s" : "");
    Place known = places.get(key);
    if (known != null) {
      return known;
    }
    Integer number = methods.get(method);
    if (number == null) {
      number = methods.size();
      methods.put(method, number);
    }
    place.methodNumber = number;
    places.put(key, place);
    return place;
  }
}
