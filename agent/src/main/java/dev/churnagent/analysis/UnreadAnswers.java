package dev.churnagent.analysis;

import java.util.HashMap;
import java.util.Map;

/**
 * HTTP answers that were read only in part, by the site that asked. Safe for use by the threads
 * that read several recordings at once: each hands over its own sums once.
 */
final class UnreadAnswers {
  private final Map<Integer, Long> bySite = new HashMap<>();

  /**
   * Adds answers.
   *
   * @param site id in {@link Definitions}
   */
  synchronized void add(int site, long answers) {
    Long before = bySite.get(site);
    bySite.put(site, before == null ? answers : before + answers);
  }

  /** How many there were at a site. */
  synchronized long of(int site) {
    Long answers = bySite.get(site);
    return answers == null ? 0 : answers;
  }
}
