/**
 * The cost of one connect and close on loopback, with and without the agent: pairs of forked JVMs,
 * with the server in another process.
 */
package dev.churnagent.benchmarks.connect;
