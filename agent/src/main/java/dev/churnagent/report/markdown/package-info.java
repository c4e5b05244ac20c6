/**
 * {@code report.md}: the verdict and what it rests on as Markdown, for the summary of a build's
 * step and for comments. Runs on the agent's own thread or in the command line.
 */
package dev.churnagent.report.markdown;
