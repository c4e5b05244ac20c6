/**
 * Finds the source file of a class below a project's root. Reads the file system, nothing else;
 * nothing is read before the first question. Used by {@code report.finding} on the command line,
 * and on the agent's own thread at the end of a watched JVM if a format that tells of files was
 * asked for.
 */
package dev.churnagent.report.source;
