/**
 * From limits and a report to a verdict and an exit status. Limits of a recording are measured by
 * {@code analysis} and judged while the report is built; what lives here says what follows from
 * that ({@link dev.churnagent.gate.Verdicts}), and judges other limits against a stored report as
 * far as that can be done without the journal ({@link dev.churnagent.gate.StoredReportGate}).
 *
 * <p>Called by {@code agent} on its own thread when the watched JVM ends (there often loaded by the
 * boot class loader) and by {@code cli}; never on an application thread.
 */
package dev.churnagent.gate;
