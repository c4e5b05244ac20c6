package dev.churnagent.model;

/**
 * One fetch that has ended: a watched method's invocation or an HTTP request with its answer.
 *
 * @param startNanos since {@link RunInfo#startedAt()}
 * @param durationNanos from its start to its end
 * @param callId number of this call in its journal; not necessarily in order of time
 * @param parentCallId the watched call that this one is beneath, or -1
 * @param requestId the {@link RequestKey}
 * @param stackId the stack it was made from, innermost frame first, or -1 if unknown
 * @param originId where this thread's work was handed over from, or -1 if it was not
 * @param scopeId the innermost scope that was running, or -1
 * @param threadId number of the thread in its journal
 * @param connections connections that were opened for it, at most 65,535
 * @param answer hash of the result; meaningless with {@link #FAILED} or {@link #UNKNOWN_ANSWER}
 * @param flags any of the constants here
 */
public record Call(
    long startNanos,
    long durationNanos,
    int callId,
    int parentCallId,
    int requestId,
    int stackId,
    int originId,
    int scopeId,
    int threadId,
    int connections,
    long answer,
    int flags) {
  /** It threw, or its answer was an error (HTTP 408, 429, 5xx) or never came. */
  public static final int FAILED = 1;

  /** The result could not be read as a whole, so nothing can be said of its sameness. */
  public static final int UNKNOWN_ANSWER = 2;

  /** Network I/O was done in it. Without, it was a cache hit. */
  public static final int NETWORK = 4;

  /** An HTTP answer of which only a part had been read when its connection was closed or left. */
  public static final int UNREAD_ANSWER = 8;

  /** Whether all of these flags are set. */
  public boolean has(int flag) {
    return (flags & flag) == flag;
  }

  /** When it ended, since {@link RunInfo#startedAt()}. */
  public long endNanos() {
    return startNanos + durationNanos;
  }
}
