/**
 * What the agent costs, measured in forked JVMs; {@link dev.churnagent.benchmarks.Main} is the
 * command line. Not part of the shipped jar. What is measured and how stands in {@code
 * docs/performance.md}.
 */
package dev.churnagent.benchmarks;
