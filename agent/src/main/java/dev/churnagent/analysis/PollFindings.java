package dev.churnagent.analysis;

/**
 * A waiting loop: the same site asked again and again, pausing regularly or until the answer
 * changed.
 *
 * @param requestId the {@link RequestFindings}
 * @param site as in a stack trace, {@code com.acme.Wait.until(Wait.java:12)}
 * @param calls all its calls
 * @param distinctResults different known answers
 * @param meanIntervalMillis from one start to the next, within one loop
 */
public record PollFindings(
    String requestId, String site, long calls, long distinctResults, double meanIntervalMillis) {}
