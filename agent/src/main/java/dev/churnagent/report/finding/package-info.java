/**
 * The catalogue of what churn-agent can find, each with its page from {@code docs/findings}, and
 * the findings of one verdict: violated limits with their place in the source and a fingerprint.
 * Every format that tells of a verdict is written from here ({@code report.junit}, {@code
 * report.sarif} and the others beside it).
 *
 * <p>Used by these formats and by {@code cli}; in a watched JVM only on the agent's own thread when
 * it ends, and only if such a format was asked for.
 */
package dev.churnagent.report.finding;
