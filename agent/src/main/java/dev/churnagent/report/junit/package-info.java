/**
 * {@code TEST-churn.xml}: each limit is a test case, so that build servers show limits among tests.
 * Runs on the agent's own thread or in the command line; needs no module beyond {@code java.base}.
 */
package dev.churnagent.report.junit;
