/** JMH benchmarks of watched calls; in the recorder's package, as {@code recorder}'s. */
package dev.churnagent.recorder.call;
