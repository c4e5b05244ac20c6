/** Many short connections in many ways for a long time: does anything grow, is anything lost? */
package dev.churnagent.benchmarks.soak;
