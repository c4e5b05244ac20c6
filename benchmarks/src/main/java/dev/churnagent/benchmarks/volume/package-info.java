/** A million connections over a thousand sites from several threads: is anything lost or kept? */
package dev.churnagent.benchmarks.volume;
