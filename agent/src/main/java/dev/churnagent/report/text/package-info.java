/**
 * {@code report.txt}: the summary for people, also printed when the watched JVM ends. Plain ASCII,
 * at most 40 lines of 100 columns. Runs on the agent's own thread or in the command line.
 */
package dev.churnagent.report.text;
