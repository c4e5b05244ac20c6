package dev.churnagent.analysis;

import dev.churnagent.analysis.ObservedTimeWait.AddressCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * TIME_WAIT sockets of the machine that are not of a run's connections: the highest count for each
 * address. Every run looks at the whole table of one machine, so counts are not added up. Safe for
 * use by the threads that read several recordings at once.
 */
final class UnexplainedTimeWait {
  private final Map<String, Long> highest = new HashMap<>();

  /** A look showed so many towards an address. */
  synchronized void seen(String address, long count) {
    Long before = highest.get(address);
    if (count > 0 && (before == null || before < count)) {
      highest.put(address, count);
    }
  }

  /** The highest counts, most first. */
  synchronized List<AddressCount> highest() {
    return sorted(highest);
  }

  static List<AddressCount> sorted(Map<String, Long> counts) {
    List<AddressCount> sorted = new ArrayList<>();
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      sorted.add(new AddressCount(entry.getKey(), entry.getValue()));
    }
    sorted.sort(
        new Comparator<>() {
          @Override
          public int compare(AddressCount one, AddressCount other) {
            int order = Long.compare(other.count(), one.count());
            return order != 0 ? order : one.address().compareTo(other.address());
          }
        });
    return sorted;
  }
}
