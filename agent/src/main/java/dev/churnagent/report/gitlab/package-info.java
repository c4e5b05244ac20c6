/**
 * {@code gl-code-quality-report.json}: violated limits as GitLab's code quality reports want them.
 * Runs on the agent's own thread or in the command line.
 */
package dev.churnagent.report.gitlab;
