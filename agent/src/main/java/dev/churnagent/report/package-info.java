/**
 * The report: one immutable {@link dev.churnagent.report.Report}, built from journals by {@link
 * dev.churnagent.report.ReportBuilder}; every format is a view of it, one package for each.
 *
 * <p>Runs on the agent's own thread when the watched JVM ends (then often loaded by the boot class
 * loader), or in the command line; never on an application thread. Called by {@code agent}, {@code
 * cli} and {@code gate}. On the way of the ending JVM plain loops are preferred to lambdas, streams
 * and {@code String.format}, whose first use costs tens of milliseconds; no resources, no services.
 */
package dev.churnagent.report;
