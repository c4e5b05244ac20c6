/** The wall time of whole small programs with and without the agent. */
package dev.churnagent.benchmarks.startup;
