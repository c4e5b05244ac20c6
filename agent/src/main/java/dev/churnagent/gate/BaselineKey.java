package dev.churnagent.gate;

import dev.churnagent.config.Limit;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.StableNames;

/**
 * What an accepted violation is found by: the limit as written, and its subject by a name that
 * stays when lines are added above it or lambdas and anonymous classes get other numbers. All call
 * sites of one method share a key; their measures are told apart by their order.
 */
final class BaselineKey {
  private static final String OF_REQUESTS = Limit.Kind.MAX_DUPLICATES.key().concat(":");
  private static final char BETWEEN = '\n';

  private BaselineKey() {}

  /** The key of a judged line. */
  static String of(LimitResult result) {
    return of(result.limit(), result.subject());
  }

  /** A string, since a record's own hash code costs much when it is first asked for. */
  static String of(String limit, String subject) {
    return limit + BETWEEN + stable(limit, subject);
  }

  /** The subject's stable name; a call site may be written with or without file and line. */
  static String stable(String limit, String subject) {
    return limit.startsWith(OF_REQUESTS) ? StableNames.target(subject) : StableNames.place(subject);
  }
}
