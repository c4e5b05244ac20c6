/** The other side of every measured connection, in a process of its own. */
package dev.churnagent.benchmarks.server;
