/**
 * The cost of one HTTP request and its answer on a kept connection, with and without the agent:
 * pairs of forked JVMs, with the server in another process.
 */
package dev.churnagent.benchmarks.exchange;
