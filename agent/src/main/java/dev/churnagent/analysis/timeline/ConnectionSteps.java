package dev.churnagent.analysis.timeline;

/**
 * Connections over time: columns with a number for each step of the axis. The arrays are not to be
 * changed.
 *
 * @param connects connections established within the step
 * @param failed attempts within it that reached the operating system and failed
 * @param peakConnectsPerSecond the most that were established in one of its seconds, which are
 *     counted from the start; null where a step is shorter than one
 * @param open the most that were open at once within it
 */
public record ConnectionSteps(
    TimeAxis axis, long[] connects, long[] failed, long[] peakConnectsPerSecond, long[] open) {}
