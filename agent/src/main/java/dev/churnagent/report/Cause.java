package dev.churnagent.report;

/**
 * Why a site opened its connections as it did.
 *
 * @param kind one of the constants here
 * @param text one English sentence without its full stop
 * @param count how many connections, or answers, it explains
 * @param objects how many clients are meant, or null
 * @param client their kind, or null
 * @param builtAt where they were built, as in a stack trace, or null
 */
public record Cause(
    String kind, String text, long count, Long objects, String client, String builtAt) {
  /** Nearly each connection has a client object of its own. */
  public static final String CLIENT_EACH = "client-each";

  /** A gRPC channel connects at its first call and after idling. */
  public static final String GRPC_CHANNEL = "grpc-channel";

  /** A pool opens them in the background. */
  public static final String POOL_FILLS = "pool-fills";

  /** Answers were read only in part. */
  public static final String UNREAD_ANSWERS = "unread-answers";

  /** Connections were not given back by whoever read the answer, or did not. */
  public static final String LEFT_OPEN = "left-open";
}
