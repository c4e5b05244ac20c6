/** How long a report on many events takes in a small heap. */
package dev.churnagent.benchmarks.report;
