/**
 * Pure functions from recorded events to values: which code opened connections ({@link
 * dev.churnagent.analysis.CallSite}), how many, how fast, how long they lived, who closed first.
 * The way in is {@link dev.churnagent.analysis.RecordingAnalysis}; only {@code report} and {@code
 * gate} call it. What was fetched, and which of it again and again, is {@link
 * dev.churnagent.analysis.fetch}'s part.
 *
 * <p>It streams. Memory grows with distinct sites, stacks and endpoints and with the events inside
 * one sliding window, never with the length of a recording.
 *
 * <p>Runs on the agent's own thread when the watched JVM ends (then often loaded by the boot class
 * loader), or in the command line; never on an application thread. At the end of a cold JVM every
 * first lambda, stream, regular expression, {@code String.format} or record used as a map key costs
 * milliseconds, so plain loops and primitive arrays are preferred here; no resources, no services.
 * Nothing here is safe for use by several threads unless its Javadoc says so.
 */
package dev.churnagent.analysis;
