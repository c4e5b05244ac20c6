/**
 * Application code that fetches: one method for each shape of chain and each near miss. Runs under
 * the agent in a JVM of its own; what it must find is in the tests' tables.
 */
package dev.churnagent.it.fetch.program;
