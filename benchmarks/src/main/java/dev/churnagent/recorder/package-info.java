/** JMH benchmarks of the recorder's pieces; in its package, to reach what is not public. */
package dev.churnagent.recorder;
