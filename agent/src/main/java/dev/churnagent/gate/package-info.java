/**
 * From limits and a report to a verdict and an exit status. Limits of a recording are measured by
 * {@code analysis} and judged while the report is built; what lives here says what follows from
 * that ({@link dev.churnagent.gate.Verdicts}), and judges other limits against a stored report as
 * far as that can be done without the journal ({@link dev.churnagent.gate.StoredReportGate}). A
 * {@link dev.churnagent.gate.Baseline} takes what was accepted out of the violations ({@link
 * dev.churnagent.gate.Baselines}), and is made from them ({@link
 * dev.churnagent.gate.BaselineUpdate}).
 *
 * <p>Called by {@code agent}, before {@code main} only to read a baseline if one is configured, and
 * on its own thread when the watched JVM ends (there often loaded by the boot class loader), and by
 * {@code cli}; never on an application thread.
 */
package dev.churnagent.gate;
