/**
 * From recorded calls and scopes to requests, chains and polls. The way in is {@link
 * dev.churnagent.analysis.fetch.RunFetches}, which takes the records of one run, and {@link
 * dev.churnagent.analysis.fetch.FetchTotals}, which adds the runs up; only {@code analysis} calls
 * them.
 *
 * <p>It streams. A unit of work (one invocation of a scope, or one thread where there are no
 * scopes) is judged when it is over, and then only sums by shape remain. What is held meanwhile is
 * bounded: 50,000 calls for each unit and 300,000 in all; a unit with more is judged in stretches,
 * each of which knows the last call of each request of the stretch before.
 *
 * <p>Loads and runs as {@code analysis} does: on the way of the ending JVM plain loops, no records
 * as map keys. {@link dev.churnagent.analysis.fetch.FetchTotals} alone is used by several threads.
 */
package dev.churnagent.analysis.fetch;
