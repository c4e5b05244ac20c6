/** Forks JVMs and processes, compiles the programs they run, and sums up what they measured. */
package dev.churnagent.benchmarks.harness;
