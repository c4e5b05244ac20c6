/** What handing work over to another thread costs, measured in forked JVMs by their own clock. */
package dev.churnagent.benchmarks.handoff;
