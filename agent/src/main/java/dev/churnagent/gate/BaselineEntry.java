package dev.churnagent.gate;

import java.time.LocalDate;

/**
 * One accepted violation: one limit on one subject, up to a measure. Two call sites of one method
 * are two entries that differ in nothing but their measure.
 *
 * @param limit the limit as written; never null
 * @param subject what is accepted, by a name that lines do not change, see {@link BaselineKey};
 *     never null
 * @param measured up to what it is accepted, in the limit's unit
 * @param unit for people; may be null
 * @param accepted the day since when, in UTC; may be null
 * @param expires the last day on which it counts, in UTC; null: for ever
 * @param reason why; never blank
 */
public record BaselineEntry(
    String limit,
    String subject,
    double measured,
    String unit,
    LocalDate accepted,
    LocalDate expires,
    String reason) {
  /** Stands in a file until somebody writes why. */
  public static final String NO_REASON = "No reason was given: please write why this is accepted.";

  /** What it is about. */
  String key() {
    return BaselineKey.of(limit, subject);
  }

  /** Whether it counts no longer. */
  boolean isExpired(LocalDate today) {
    return expires != null && today.isAfter(expires);
  }

  /** Whether nobody has said why it is accepted. */
  boolean isWithoutReason() {
    return reason.equals(NO_REASON);
  }

  /** For people: the subject and the limit. */
  String describe() {
    return subject + " [" + limit + "]";
  }
}
