/**
 * What got worse and better between two reports: {@link dev.churnagent.report.diff.DiffBuilder}
 * makes an immutable {@link dev.churnagent.report.diff.Diff}, which text, JSON and the comparison
 * page are views of. Noise is told from change by a {@link dev.churnagent.report.Tolerance}.
 *
 * <p>Runs in the command line only, on its main thread; called by {@code cli}, and by {@code
 * report}'s own formats.
 */
package dev.churnagent.report.diff;
