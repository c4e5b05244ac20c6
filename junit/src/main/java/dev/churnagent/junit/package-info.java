/**
 * Limits on what single tests open, and figures of any piece of code: {@link
 * dev.churnagent.junit.MaxConnections}, {@link dev.churnagent.junit.MaxConnectionRate}, {@link
 * dev.churnagent.junit.NoRedundantCalls} and {@link dev.churnagent.junit.Churn}.
 *
 * <p>Lives on the test class path, in the application's loader, as {@code churn-junit} or within
 * {@code churn-agent.jar}. It counts nothing itself: it asks the agent that is attached to this
 * JVM, by reflection and types of the JDK, and uses no class of the agent's. Runs on the test's own
 * thread.
 */
package dev.churnagent.junit;
