/**
 * {@code report.sarif}: violated limits as SARIF 2.1.0, for code scanning. Runs on the agent's own
 * thread or in the command line.
 */
package dev.churnagent.report.sarif;
