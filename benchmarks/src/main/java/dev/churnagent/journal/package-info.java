/** JMH benchmarks of the journal; in its package, as all benchmarks of pieces are. */
package dev.churnagent.journal;
