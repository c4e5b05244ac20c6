package dev.churnagent.analysis.ports;

/**
 * Ports over time in one replay, over all hops: columns with a number for each step of the
 * timeline's axis. The arrays are not to be changed.
 *
 * @param timeWait the most sockets in TIME_WAIT at once within the step
 * @param ports the most ports at once that were open or in TIME_WAIT
 */
public record PortSteps(long[] timeWait, long[] ports) {}
